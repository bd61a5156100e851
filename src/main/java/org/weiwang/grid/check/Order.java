package org.weiwang.grid.check;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import java.util.Comparator;
import org.weiwang.geo.LonLat;

/** In which order findings are told. */
final class Order {
    private static final Comparator<LonLat> WEST_TO_EAST =
            Comparator.comparingDouble(LonLat::lon).thenComparingDouble(LonLat::lat);

    /** By kind, then by the code of the grid at fault, then by place. */
    static final Comparator<Finding> OF_FINDINGS =
            comparing(Finding::kind)
                    .thenComparing(Order::code)
                    .thenComparing(Finding::at, nullsFirst(WEST_TO_EAST));

    private Order() {}

    private static String code(Finding finding) {
        return finding.grids().isEmpty() ? "" : finding.grids().get(0);
    }
}
