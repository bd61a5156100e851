package org.weiwang.circle.standard;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a standard wants to be near every home.
 *
 * @param id unique in its standard
 * @param facilities the values of {@link org.weiwang.circle.Facility#category} that count, in the
 *     file's order; empty where nobody knows them. One value may count for several categories, as
 *     where a station is wanted near by and any place of its kind farther off
 * @param minutes on foot at most
 * @param metres on foot at most
 * @param weight in the score, beside the other categories'; 0 or more
 */
public record Category(
        String id,
        String name,
        String nameEn,
        Set<String> facilities,
        Figure minutes,
        Figure metres,
        double weight) {
    private static final int UNITS_PER_MINUTE = 600;
    private static final int UNITS_PER_METRE = 10;

    public Category {
        facilities = Collections.unmodifiableSet(new LinkedHashSet<>(facilities));
    }

    /** The figure that the rule goes by. */
    public Figure figure(Rule rule) {
        return rule == Rule.TIME ? minutes : metres;
    }

    /**
     * What a walk may cost, in the units of {@link org.weiwang.circle.reach.WalkCosts}: tenths of a
     * second or tenths of a metre. Who has a facility at exactly this is served. Empty where the
     * figure is {@link Status#OPEN} and where it is not known which facilities count: then nothing
     * can be said of who is served.
     */
    public OptionalInt limit(Rule rule) {
        Double value = figure(rule).value();
        if (value == null || facilities.isEmpty()) {
            return OptionalInt.empty();
        }
        int units = rule == Rule.TIME ? UNITS_PER_MINUTE : UNITS_PER_METRE;
        return OptionalInt.of((int) Math.round(value * units));
    }
}
