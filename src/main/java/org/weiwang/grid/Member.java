package org.weiwang.grid;

/** A grid in the set that it belongs to, with what is above it. Immutable and thread-safe. */
public final class Member {
    private final GridSet set;
    private final Grid grid;
    private final Member parent;
    private final Town town;

    /**
     * @param parent null where the set has none
     * @param town null where the set has none
     */
    Member(GridSet set, Grid grid, Member parent, Town town) {
        this.set = set;
        this.grid = grid;
        this.parent = parent;
        this.town = town;
    }

    public GridSet set() {
        return set;
    }

    public Grid grid() {
        return grid;
    }

    public String code() {
        return grid.code();
    }

    /** The next grid up; null above a community grid, and where the set has none of that code. */
    public Member parent() {
        return parent;
    }

    /** The town above; null where the set has none. */
    public Town town() {
        return town;
    }
}
