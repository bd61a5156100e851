package org.weiwang.circle.city;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a city is made from. The maps go from a district's code to the version of its data set, in
 * the order of codes; a district without such a data set is not in them.
 *
 * @param history in which all of these are numbered: in another the same numbers may stand for
 *     something else
 * @param editions ids of the editions, ascending
 */
public record DataVersions(
        UUID history,
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

    /** Whether the roads are the same. */
    public boolean haveRoadsOf(DataVersions others) {
        return history.equals(others.history) && roads.equals(others.roads);
    }

    /** Whether the homes are the same, and lie in the same groups. */
    public boolean haveHomesOf(DataVersions others) {
        return haveGroupsOf(others) && addresses.equals(others.addresses);
    }

    /** Whether the residential land is the same, and lies in the same groups. */
    public boolean haveLandOf(DataVersions others) {
        return haveGroupsOf(others) && land.equals(others.land);
    }

    private boolean haveGroupsOf(DataVersions others) {
        return history.equals(others.history) && editions.equals(others.editions);
    }

    private static Map<String, Long> inOrder(Map<String, Long> versions) {
        return Collections.unmodifiableMap(new TreeMap<>(versions));
    }
}
