package org.weiwang.grid;

/**
 * Where a point belongs; see {@link Placer} for the rule. Each of the grids is null where there is
 * none.
 */
public record Place(
        Outcome outcome, Member micro, Member general, Member community, Member dedicated) {

    /** Of an address without location. */
    public static final Place NOWHERE = new Place(Outcome.NO_LOCATION, null, null, null, null);

    /** The dedicated grid, else the micro grid. */
    public Member responsible() {
        return dedicated == null ? micro : dedicated;
    }

    /** The town above the community grid; null where there is none. */
    public Town town() {
        return community == null ? null : community.town();
    }
}
