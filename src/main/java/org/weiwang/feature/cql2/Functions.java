package org.weiwang.feature.cql2;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions that there are, by what JSON calls them. */
final class Functions {
    static final String FOLD = "casei";

    private static final List<String> OPS =
            Stream.of(
                            Stream.of(FOLD, SpatialRelation.DISJOINT, TemporalRelation.DISJOINT),
                            Stream.of(SpatialRelation.values()).map(SpatialRelation::op),
                            Stream.of(TemporalRelation.values()).map(TemporalRelation::op))
                    .flatMap(ops -> ops)
                    .sorted()
                    .toList();

    private Functions() {}

    /** What JSON calls the function that text calls this, in letters of any case. */
    static String named(String name, String place) throws Cql2Exception {
        return OPS.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> unknown(name, place));
    }

    static Cql2Exception unknown(String name, String place) {
        return new Cql2Exception("there is no function " + name + "; there are " + list(), place);
    }

    private static String list() {
        return OPS.stream().collect(Collectors.joining(", "));
    }
}
