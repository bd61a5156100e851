package org.weiwang.circle.city;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a city is made from. The maps go from a district's code to the version of its data set, in
 * the order of codes; a district without such a data set is not in them.
 *
 * @param editions ids of the editions, ascending
 */
public record DataVersions(
        List<String> editions,
        Map<String, Long> roads,
        Map<String, Long> facilities,
        Map<String, Long> addresses,
        Map<String, Long> land) {
    public DataVersions {
        editions = editions.stream().sorted().toList();
        roads = inOrder(roads);
        facilities = inOrder(facilities);
        addresses = inOrder(addresses);
        land = inOrder(land);
    }

    private static Map<String, Long> inOrder(Map<String, Long> versions) {
        return Collections.unmodifiableMap(new TreeMap<>(versions));
    }
}
