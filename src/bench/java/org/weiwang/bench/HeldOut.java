package org.weiwang.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Numbers and buildings that are taken out of the data, so that somebody may ask for them, and the
 * addresses that are left.
 */
final class HeldOut {
    /** For each that is wanted, lest few addresses have none to take out. */
    private static final int TRIES = 100;

    final List<WrittenAddress> kept = new ArrayList<>();

    /** One of each number that is in no address that is kept. */
    final List<WrittenAddress> numbers = new ArrayList<>();

    /** One of each building that is not, of numbers that are. */
    final List<WrittenAddress> buildings = new ArrayList<>();

    HeldOut(AddressCity city, int count, Random random) {
        Set<String> numberKeys = new HashSet<>();
        Map<String, String> buildingOf = new HashMap<>();
        for (int tries = 0; numbers.size() < count && tries < TRIES * count; tries++) {
            WrittenAddress any = city.addresses.get(random.nextInt(city.addresses.size()));
            Map<Part, String> parts = any.parts(city.names);
            // As many of roads as of villages, though villages have most addresses.
            if (parts.containsKey(Part.ROAD) == (numberKeys.size() % 2 == 0)
                    && numberKeys.add(number(any, parts))) {
                numbers.add(any);
            }
        }
        List<WrittenAddress> left = new ArrayList<>();
        Map<String, Set<String>> buildingsOf = new HashMap<>();
        for (WrittenAddress each : city.addresses) {
            Map<Part, String> parts = each.parts(city.names);
            String number = number(each, parts);
            if (!numberKeys.contains(number)) {
                left.add(each);
                if (parts.containsKey(Part.BUILDING)) {
                    buildingsOf
                            .computeIfAbsent(number, any -> new HashSet<>())
                            .add(parts.get(Part.BUILDING));
                }
            }
        }
        for (int tries = 0; buildings.size() < count && tries < TRIES * count; tries++) {
            WrittenAddress any = left.get(random.nextInt(left.size()));
            Map<Part, String> parts = any.parts(city.names);
            String number = number(any, parts);
            if (buildingsOf.getOrDefault(number, Set.of()).size() > 1
                    && buildingOf.putIfAbsent(number, parts.get(Part.BUILDING)) == null) {
                buildings.add(any);
            }
        }
        for (WrittenAddress each : left) {
            Map<Part, String> parts = each.parts(city.names);
            String building = buildingOf.get(number(each, parts));
            if (building == null || !building.equals(parts.get(Part.BUILDING))) {
                kept.add(each);
            }
        }
    }

    private static String number(WrittenAddress address, Map<Part, String> parts) {
        return row(address, parts) + " " + parts.get(Part.NUMBER);
    }

    /** The group or the road whose numbers are counted together. */
    static String row(WrittenAddress address, Map<Part, String> parts) {
        return String.join(
                " ",
                address.district(),
                parts.get(Part.TOWN),
                parts.getOrDefault(Part.ROAD, parts.get(Part.VILLAGE)),
                parts.getOrDefault(Part.GROUP, ""));
    }
}
