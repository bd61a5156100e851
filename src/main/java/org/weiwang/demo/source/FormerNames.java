package org.weiwang.demo.source;

import java.util.Map;
import java.util.Optional;

/** What districts of the city were called while they were counties. */
public final class FormerNames {
    /**
     * A former name.
     *
     * @param until the year in which the county became a district
     */
    public record Former(String name, String until) {}

    private static final Map<String, Former> ALL =
            Map.of(
                    "510114", new Former("新都县", "2001"),
                    "510115", new Former("温江县", "2002"),
                    "510116", new Former("双流县", "2015"),
                    "510117", new Former("郫县", "2016"),
                    "510118", new Former("新津县", "2020"));

    private FormerNames() {}

    /** Empty for a district that has had no other name in these years. */
    public static Optional<Former> of(String district) {
        return Optional.ofNullable(ALL.get(district));
    }
}
