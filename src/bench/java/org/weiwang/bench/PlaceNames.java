package org.weiwang.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;

/** The names in the demo counties' files. */
final class PlaceNames {
    private static final List<String> SUFFIXES =
            List.of("街道", "社区", "小区", "大道", "县", "区", "市", "镇", "乡", "村", "路", "街", "巷");

    private final Map<String, String> districts = new HashMap<>();
    private final Map<String, List<String>> towns = new HashMap<>();
    private final Map<String, Set<PlaceName>> divisions = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Map<String, Integer>> stems = new HashMap<>();
    private final Set<String> all = new HashSet<>();

    void add(PlaceName name) {
        divisions.computeIfAbsent(name.district(), any -> new LinkedHashSet<>()).add(name);
        if (name.kind() == ElementKind.DISTRICT) {
            districts.put(name.district(), name.name());
        } else if (name.kind() == ElementKind.TOWN) {
            List<String> known = towns.computeIfAbsent(name.district(), any -> new ArrayList<>());
            if (!known.contains(name.name())) {
                known.add(name.name());
                known.sort(Comparator.comparing(String::length).reversed());
            }
        }
        note(name.district(), name.name());
    }

    /** A name that is in an address only. */
    void note(String district, String name) {
        if (names.computeIfAbsent(district, any -> new HashSet<>()).add(name)) {
            stems.computeIfAbsent(district, any -> new HashMap<>())
                    .merge(stem(name), 1, Integer::sum);
            all.add(name);
            all.add(stem(name));
        }
    }

    List<PlaceName> divisions(String district) {
        return List.copyOf(divisions.get(district));
    }

    String district(String code) {
        return districts.get(code);
    }

    /** The one that the text begins with. */
    String town(String district, String text) {
        return towns.get(district).stream()
                .filter(text::startsWith)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no town: " + text));
    }

    /** Whether a place has the name anywhere, with its word for what it is or without. */
    boolean isKnown(String name) {
        return all.contains(name) || all.contains(stem(name));
    }

    boolean isIn(String district, String name) {
        return stems.get(district).containsKey(stem(name));
    }

    /** Whether in the district nothing else has the name but for the word for what it is. */
    boolean isAlone(String district, String name) {
        return stems.get(district).getOrDefault(stem(name), 0) == 1;
    }

    /** The names that may have become this one by a slip before the word for what it is. */
    List<String> oneSlipFrom(String district, String written) {
        String suffix = suffix(written);
        String stem = stem(written);
        return names.get(district).stream()
                .filter(name -> suffix(name).equals(suffix) && Slip.isBetween(stem(name), stem))
                .sorted()
                .toList();
    }

    /** A name without the word for what it is, where two characters are left. */
    static String stem(String name) {
        return name.substring(0, name.length() - suffix(name).length());
    }

    static String suffix(String name) {
        return SUFFIXES.stream()
                .filter(suffix -> name.endsWith(suffix) && name.length() >= suffix.length() + 2)
                .findFirst()
                .orElse("");
    }
}
