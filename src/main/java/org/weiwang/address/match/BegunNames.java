package org.weiwang.address.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.Reading;
import org.weiwang.address.StoredAddress;
import org.weiwang.address.Suggestion;
import org.weiwang.address.index.AddressIndex;
import org.weiwang.address.parse.AddressParser;
import org.weiwang.address.parse.Gazetteer;
import org.weiwang.address.text.FoldedText;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Nearness;

/** Names that begin as a text ends, where there are addresses under them. Thread-safe. */
final class BegunNames {
    /** Of a name as it is begun. */
    private static final int LONGEST = 20;

    /** Names of one beginning that are looked at. */
    private static final int MOST_NAMES = 50;

    private final AddressIndex index;
    private final AddressParser parser;
    private final Gazetteer gazetteer;
    private final Map<String, String> districts = new HashMap<>();

    BegunNames(AddressIndex index, AddressParser parser, Gazetteer gazetteer) {
        this.index = index;
        this.parser = parser;
        this.gazetteer = gazetteer;
        for (PlaceName place : gazetteer.all()) {
            if (place.kind() == ElementKind.DISTRICT) {
                districts.put(place.district(), place.name());
            }
        }
    }

    /**
     * @param elements which all addresses have that are under it
     */
    record Name(Suggestion suggestion, List<List<Reading>> elements) {}

    /**
     * Names of the longest end of the text that begins any: wide ones first, then the nearest, or
     * those of which the text has the most.
     *
     * @param near null for none
     */
    List<Name> of(String text, LonLat near) {
        List<Name> names = List.of();
        int from = Math.max(0, text.length() - LONGEST);
        while (names.isEmpty() && from < text.length()) {
            names = of(text.substring(0, from), text.substring(from));
            from++;
        }
        return near == null ? names : byNearness(names, near);
    }

    private List<Name> of(String given, String begun) {
        String folded = FoldedText.of(begun).toString();
        if (folded.isEmpty()) {
            return List.of();
        }
        List<PlaceName> places = gazetteer.startingWith(folded, MOST_NAMES);
        if (places.isEmpty()) {
            return List.of();
        }
        List<Element> before = parser.parse(given).elements();
        List<Name> names = new ArrayList<>();
        for (PlaceName place : places) {
            if (place.kind() == ElementKind.LANDMARK) {
                addFacility(place, names);
            } else {
                addName(place, given, before, names);
            }
        }
        return names;
    }

    /** Whatever stands before it, since the data do not say in which town a facility is. */
    private void addFacility(PlaceName place, List<Name> names) {
        List<List<Reading>> elements = elements(place);
        for (StoredAddress facility : index.having(elements, "", MOST_NAMES).addresses()) {
            if (facility.isFacility()) {
                Suggestion suggestion =
                        new Suggestion(
                                place.name(),
                                place.kind(),
                                facility.point(),
                                place.district(),
                                null,
                                1);
                names.add(new Name(suggestion, elements));
                return;
            }
        }
    }

    private void addName(PlaceName place, String given, List<Element> before, List<Name> names) {
        List<List<Reading>> elements = elements(place);
        before.forEach(element -> elements.add(element.readings()));
        int addresses = index.count(elements, place.district());
        if (addresses > 0) {
            boolean isWide = before.stream().allMatch(each -> isWide(each.first().kind()));
            Suggestion suggestion =
                    new Suggestion(
                            isWide ? whole(place) : given + place.name(),
                            place.kind(),
                            null,
                            place.district(),
                            place.town(),
                            addresses);
            names.add(new Name(suggestion, elements));
        }
    }

    /** Of what is at this place. */
    private List<List<Reading>> elements(PlaceName place) {
        List<List<Reading>> elements = new ArrayList<>();
        elements.add(List.of(Reading.itself(place.kind(), place.name())));
        if (place.town() != null) {
            elements.add(List.of(Reading.itself(ElementKind.TOWN, place.town())));
        }
        String district = districts.get(place.district());
        if (district != null) {
            elements.add(List.of(Reading.itself(ElementKind.DISTRICT, district)));
        }
        return elements;
    }

    private static boolean isWide(ElementKind kind) {
        return kind == ElementKind.DISTRICT || kind == ElementKind.TOWN;
    }

    private String whole(PlaceName place) {
        String district = districts.getOrDefault(place.district(), "");
        return switch (place.kind()) {
            case DISTRICT -> place.name();
            case TOWN -> district + place.name();
            default -> district + (place.town() == null ? "" : place.town()) + place.name();
        };
    }

    /** What is wide is near in part only. */
    private List<Name> byNearness(List<Name> names, LonLat near) {
        Nearness nearness = new Nearness(near);
        Map<Name, Double> distances = new HashMap<>();
        for (Name name : names) {
            boolean isWide = isWide(name.suggestion().kind());
            distances.put(name, isWide ? -1 : nearness.of(nearest(name, near)));
        }
        return names.stream().sorted(Comparator.comparing(distances::get)).toList();
    }

    private LonLat nearest(Name name, LonLat near) {
        return index.beginning(name.elements(), List.of(), near, 1).get(0).point();
    }
}
