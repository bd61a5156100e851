package org.weiwang.bench;

import java.util.Arrays;
import java.util.Collection;

/** What several measurements of one thing came to. */
record Spread(double min, double median, double max) {
    /**
     * @param measured one value or more
     */
    static Spread of(Collection<Double> measured) {
        double[] sorted = measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    static Spread of(double... measured) {
        return of(Arrays.stream(measured).boxed().toList());
    }
}
