package org.weiwang.address.match;

import java.util.List;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Reading;
import org.weiwang.address.StoredAddress;
import org.weiwang.address.parse.AddressParser;

/** A stored address with its elements. */
record Place(StoredAddress address, List<Element> elements) {
    static Place of(StoredAddress address, AddressParser parser) {
        return new Place(address, elements(address, parser));
    }

    /** A facility's name is one element, whatever places are named in it. */
    private static List<Element> elements(StoredAddress address, AddressParser parser) {
        String text = address.text();
        if (address.isFacility()) {
            Reading reading = Reading.itself(ElementKind.LANDMARK, text);
            return List.of(new Element(text, 0, text.length(), List.of(reading)));
        }
        return parser.parseStored(text).elements();
    }

    /** What it has of a kind; null where it has nothing. */
    String value(ElementKind kind) {
        for (Element element : elements) {
            if (element.first().kind() == kind) {
                return element.first().value();
            }
        }
        return null;
    }

    /** Whether it has something of a kind that the sought one may be of. */
    boolean hasKindOf(Sought sought) {
        return sought.readings().stream().anyMatch(reading -> value(reading.kind()) != null);
    }

    /** What it has down to a kind; equal for places that differ only in what is narrower. */
    String downTo(ElementKind narrowest) {
        StringBuilder values = new StringBuilder(address.district());
        for (Element element : elements) {
            Reading reading = element.first();
            if (reading.kind().compareTo(narrowest) <= 0) {
                values.append('\n').append(reading.kind().ordinal()).append(reading.value());
            }
        }
        return values.toString();
    }
}
