package org.weiwang.grid;

import java.util.List;
import org.weiwang.geo.LonLat;

/**
 * Which grid of a district is responsible for a point, and nothing else about it: the dedicated
 * grid that covers it, else the micro grid. Immutable and thread-safe.
 */
public final class Responsibility {
    private final GridSet grids;
    private final Placer placer;

    /**
     * @param grids of any level, with different codes
     */
    public Responsibility(List<Grid> grids) {
        this(grids, (GridSet) null);
    }

    /**
     * @param former whose indexes are shared where little differs; null for none
     */
    public Responsibility(List<Grid> grids, Responsibility former) {
        this(grids, former == null ? null : former.grids);
    }

    private Responsibility(List<Grid> grids, GridSet former) {
        List<Grid> responsible =
                grids.stream()
                        .filter(g -> g.level() == Level.MICRO || g.level() == Level.DEDICATED)
                        .toList();
        this.grids = new GridSet(new District("", ""), List.of(), responsible, former);
        this.placer = new Placer(List.of(this.grids));
    }

    /** Null where there is none. */
    public Grid at(LonLat point) {
        Member member = placer.place(point).responsible();
        return member == null ? null : member.grid();
    }
}
