package org.weiwang.http;

import java.util.List;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.Neighbour;
import org.weiwang.atlas.Placement;

/**
 * The grids near a place that was looked up, beside those that it is in; a member of the same
 * object as the place.
 *
 * @param nearby null where the answer has no one point
 */
record NearbyAnswer(List<Grid> nearby) {
    private static final double TENTHS = 10;

    /**
     * @param metres to its outline, in tenths
     */
    record Grid(String level, String code, String name, double metres) {}

    /**
     * @param placement null for none
     */
    static NearbyAnswer of(Placement placement, Atlas atlas) {
        return new NearbyAnswer(
                placement == null || placement.point() == null
                        ? null
                        : atlas.neighbours(placement).stream().map(NearbyAnswer::grid).toList());
    }

    private static Grid grid(Neighbour neighbour) {
        return new Grid(
                neighbour.grid().level().name(),
                neighbour.grid().code(),
                neighbour.grid().name(),
                Math.rint(neighbour.metres() * TENTHS) / TENTHS);
    }
}
