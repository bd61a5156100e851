package org.weiwang.address.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weiwang.address.AddressText;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Reading;
import org.weiwang.address.StoredAddress;
import org.weiwang.address.Suggestion;
import org.weiwang.address.index.AddressIndex;
import org.weiwang.address.parse.AddressParser;
import org.weiwang.address.parse.Gazetteer;
import org.weiwang.address.text.FoldedText;
import org.weiwang.geo.LonLat;

/**
 * Tells what a text that is being typed may become: names that begin as it ends, and whole
 * addresses. Thread-safe.
 */
final class Suggester {
    private final AddressIndex index;
    private final AddressParser parser;
    private final BegunNames names;

    Suggester(AddressIndex index, AddressParser parser, Gazetteer gazetteer) {
        this.index = index;
        this.parser = parser;
        names = new BegunNames(index, parser, gazetteer);
    }

    /**
     * @param near null for none
     */
    List<Suggestion> suggest(String text, LonLat near, int limit) {
        List<Element> elements =
                text.length() > AddressText.LONGEST ? List.of() : parser.parse(text).elements();
        if (elements.isEmpty() || elements.size() > Hypotheses.MOST_ELEMENTS || limit < 1) {
            return List.of();
        }
        Map<String, Suggestion> found = new LinkedHashMap<>();
        Element last = elements.get(elements.size() - 1);
        if (last.first().kind().isNumber()) {
            add(numbered(elements, near, limit), found);
        } else {
            List<BegunNames.Name> begun = names.of(text.substring(0, last.to()), near);
            begun.forEach(name -> add(name.suggestion(), found));
            for (BegunNames.Name name : begun) {
                if (found.size() < limit) {
                    add(index.beginning(name.elements(), List.of(), near, limit), found);
                }
            }
        }
        boolean areNumbers = elements.stream().allMatch(each -> each.first().kind().isNumber());
        if (found.isEmpty() && !areNumbers) {
            String like = FoldedText.of(text).toString();
            add(index.like(readings(elements), like, limit), found);
        }
        return found.values().stream().limit(limit).toList();
    }

    /** A number without its classifier may be the beginning of others. */
    private List<StoredAddress> numbered(List<Element> elements, LonLat near, int limit) {
        List<List<Reading>> given = readings(elements);
        List<Reading> last = given.remove(given.size() - 1);
        if (given.isEmpty()) {
            return List.of();
        } else if (last.stream().anyMatch(reading -> reading.via() == Reading.Via.POSITION)) {
            return index.beginning(given, last, near, limit);
        }
        given.add(last);
        return index.beginning(given, List.of(), near, limit);
    }

    private void add(List<StoredAddress> addresses, Map<String, Suggestion> found) {
        addresses.forEach(address -> add(suggestion(address), found));
    }

    private static void add(Suggestion suggestion, Map<String, Suggestion> found) {
        found.putIfAbsent(suggestion.district() + suggestion.text(), suggestion);
    }

    private Suggestion suggestion(StoredAddress address) {
        String town =
                parser.parse(address.text()).elements().stream()
                        .map(Element::first)
                        .filter(reading -> reading.kind() == ElementKind.TOWN)
                        .map(Reading::value)
                        .findFirst()
                        .orElse(null);
        return new Suggestion(
                address.text(),
                address.isFacility() ? ElementKind.LANDMARK : ElementKind.NUMBER,
                address.point(),
                address.district(),
                town,
                1);
    }

    private static List<List<Reading>> readings(List<Element> elements) {
        List<List<Reading>> readings = new ArrayList<>();
        elements.forEach(element -> readings.add(element.readings()));
        return readings;
    }
}
