package org.weiwang.circle.analysis;

import java.util.List;

/**
 * The living circle of a city.
 *
 * @param groups of all levels, from the smallest to the largest, each in the order of its division
 * @param equity of the whole city, then of the districts in their order; of each all categories
 */
public record CircleResult(Stamp stamp, GroupResults groups, List<Equity> equity) {
    public CircleResult {
        equity = List.copyOf(equity);
    }
}
