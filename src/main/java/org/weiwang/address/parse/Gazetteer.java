package org.weiwang.address.parse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.Reading;

/** 地名录: the names that the tenant's data know. Immutable and thread-safe. */
public final class Gazetteer {
    private record Key(ElementKind kind, String name) {}

    private final Map<Key, List<PlaceName>> places = new HashMap<>();
    private final Set<PlaceName> all;
    private final Trie<Names> forms;
    private final Clock clock;

    /**
     * @param clock tells on which day an alias is asked for; an alias holds from its first day on,
     *     and is understood as a former name after its last
     */
    public Gazetteer(Collection<PlaceName> names, Collection<Alias> aliases, Clock clock) {
        this.clock = clock;
        all = new LinkedHashSet<>(names);
        Map<String, String> districts = new HashMap<>();
        for (PlaceName place : all) {
            places.computeIfAbsent(new Key(place.kind(), place.name()), key -> new ArrayList<>(1))
                    .add(place);
            if (place.kind() == ElementKind.DISTRICT) {
                districts.put(place.district(), place.name());
            }
        }
        places.replaceAll((key, found) -> List.copyOf(found));
        NamesBuilder builder = new NamesBuilder(this::named);
        places.forEach((key, found) -> builder.add(key.kind(), key.name()));
        for (PlaceName place : all) {
            if (place.kind() == ElementKind.LANDMARK && districts.containsKey(place.district())) {
                builder.addWithout(districts.get(place.district()), place.name());
            }
        }
        new LinkedHashSet<>(aliases).forEach(builder::add);
        forms = new Trie<>(builder.build());
    }

    /** Every place of this canonical name; none where there is none. */
    public List<PlaceName> named(ElementKind kind, String name) {
        return places.getOrDefault(new Key(kind, name), List.of());
    }

    /**
     * The places that a reading stands for today: an alias for those of its district, and for none
     * before its first day.
     */
    public List<PlaceName> places(Reading reading) {
        if (isToCome(reading)) {
            return List.of();
        }
        List<PlaceName> named = named(reading.kind(), reading.value());
        Alias alias = reading.alias();
        return alias == null
                ? named
                : named.stream()
                        .filter(place -> place.district().equals(alias.district()))
                        .toList();
    }

    /** Whether it is by a name that its place does not bear any more. */
    public boolean isFormer(Reading reading) {
        return reading.alias() != null
                && reading.alias().until() != null
                && !reading.alias().until().isAfter(LocalDate.now(clock));
    }

    /** All names, each place once. */
    public Collection<PlaceName> all() {
        return all;
    }

    /**
     * Names, their short forms and aliases among them, that begin with the folded text; what has
     * the shorter form first.
     */
    public List<PlaceName> startingWith(String folded, int limit) {
        Set<PlaceName> found = new LinkedHashSet<>();
        forms.startingWith(
                folded,
                names -> {
                    for (Reading reading : names.readings()) {
                        found.addAll(places(reading));
                    }
                    return found.size() < limit;
                });
        return found.stream().limit(limit).toList();
    }

    Trie<Names> forms() {
        return forms;
    }

    /** Those of today: an alias is not understood before its first day. */
    List<Reading> inForce(List<Reading> readings) {
        for (Reading reading : readings) {
            if (isToCome(reading)) {
                return readings.stream().filter(each -> !isToCome(each)).toList();
            }
        }
        return readings;
    }

    private boolean isToCome(Reading reading) {
        return reading.alias() != null
                && reading.alias().from() != null
                && reading.alias().from().isAfter(LocalDate.now(clock));
    }
}
