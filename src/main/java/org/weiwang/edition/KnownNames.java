package org.weiwang.edition;

import java.util.Map;

/**
 * What a district and its towns are called.
 *
 * @param district its name, empty where it is not known
 * @param towns the towns' names by their codes
 */
public record KnownNames(String district, Map<String, String> towns) {
    public KnownNames {
        towns = Map.copyOf(towns);
    }
}
