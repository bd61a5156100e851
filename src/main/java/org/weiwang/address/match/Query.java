package org.weiwang.address.match;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.Reading.Via;

/**
 * What a text says.
 *
 * @param known names and numbers
 * @param unknown what nothing known explains, and roads whose names end otherwise
 * @param relations by which what is meant is only near what is named
 */
record Query(String text, List<Element> known, List<Element> unknown, List<Element> relations) {
    static Query of(ParsedAddress parsed) {
        List<Element> known = new ArrayList<>();
        List<Element> unknown = new ArrayList<>();
        List<Element> relations = new ArrayList<>();
        for (Element element : parsed.elements()) {
            ElementKind kind = element.first().kind();
            if (kind == ElementKind.UNKNOWN || isAnotherRoad(element)) {
                unknown.add(element);
            } else if (kind == ElementKind.RELATION) {
                relations.add(element);
            } else {
                known.add(element);
            }
        }
        return new Query(parsed.text(), known, unknown, relations);
    }

    List<Sought> literally() {
        return known.stream().map(Sought::literally).toList();
    }

    /** Whether some of its names may stand for others than they say. */
    boolean isBroad() {
        return !literally().equals(broadly());
    }

    List<Sought> broadly() {
        return known.stream().map(Sought::broadly).toList();
    }

    /** 解放街 is not 解放路: the end of a road's name tells it from others. */
    private static boolean isAnotherRoad(Element element) {
        return element.readings().stream()
                        .allMatch(
                                reading ->
                                        reading.kind() == ElementKind.ROAD
                                                && reading.via() == Via.SUFFIX)
                && !Stem.of(ElementKind.ROAD, element.text()).suffix().isEmpty();
    }
}
