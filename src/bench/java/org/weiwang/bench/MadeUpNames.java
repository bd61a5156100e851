package org.weiwang.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;

/** Names of usual characters that nothing in the city has. */
final class MadeUpNames {
    /** One in so many places has an alias. */
    private static final int ALIASED = 8;

    private final PlaceNames names;
    private final Random random;

    MadeUpNames(PlaceNames names, Random random) {
        this.names = names;
        this.random = random;
    }

    /** With the same word for what it is. */
    String insteadOf(String name) {
        String suffix = PlaceNames.suffix(name);
        String made;
        do {
            made = usual() + usual() + (random.nextInt(3) == 0 ? usual() : "") + suffix;
        } while (names.isKnown(made));
        return made;
    }

    private String usual() {
        int at = random.nextInt(WrittenTables.USUAL.length());
        return WrittenTables.USUAL.substring(at, at + 1);
    }

    /** For the district itself, and for some of its towns, villages and roads; by district. */
    Map<String, List<Alias>> aliases(AddressCity city) {
        Map<String, Set<String>> roads = new HashMap<>();
        for (WrittenAddress address : city.addresses) {
            String road = address.parts(names).get(Part.ROAD);
            if (road != null) {
                roads.computeIfAbsent(address.district(), any -> new TreeSet<>()).add(road);
            }
        }
        Map<String, List<Alias>> aliases = new HashMap<>();
        for (String district : city.districts) {
            List<Alias> own = new ArrayList<>();
            names.divisions(district)
                    .forEach(
                            name -> {
                                if (name.kind() == ElementKind.DISTRICT
                                        || random.nextInt(ALIASED) == 0) {
                                    own.add(alias(district, name.kind(), name.name()));
                                }
                            });
            roads.getOrDefault(district, Set.of())
                    .forEach(
                            road -> {
                                if (random.nextInt(ALIASED) == 0) {
                                    own.add(alias(district, ElementKind.ROAD, road));
                                }
                            });
            own.forEach(alias -> names.note(district, alias.alias()));
            aliases.put(district, own);
        }
        return aliases;
    }

    private Alias alias(String district, ElementKind kind, String name) {
        return new Alias(kind, district, name, insteadOf(name), null, null);
    }
}
