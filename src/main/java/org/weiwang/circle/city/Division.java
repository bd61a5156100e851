package org.weiwang.circle.city;

import java.util.List;

/**
 * The groups of one level that the city is divided into, numbered from 0.
 *
 * @param codes of the groups, in the order of their numbers
 */
public record Division(Level level, List<String> codes) {
    /** From the smallest groups to the largest. */
    public enum Level {
        MICRO,
        GENERAL,
        COMMUNITY,
        TOWN,
        DISTRICT
    }

    public Division {
        codes = List.copyOf(codes);
    }
}
