package org.weiwang.address.match;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.Stream;
import org.weiwang.address.CheckedElement;
import org.weiwang.address.CheckedElement.State;
import org.weiwang.address.Element;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.parse.AddressParser;

/**
 * The elements of a text that is an address' own, all valid. Whoever places millions of rows never
 * asks for them, so that the text is only parsed when somebody does. Thread-safe.
 */
final class OwnElements extends AbstractList<CheckedElement> {
    private final AddressParser parser;
    private final String text;

    /** Null before they are asked for; found twice where two ask at once. */
    private volatile List<CheckedElement> elements;

    OwnElements(AddressParser parser, String text) {
        this.parser = parser;
        this.text = text;
    }

    static List<CheckedElement> valid(Stream<Element> elements) {
        return elements.map(OwnElements::valid).toList();
    }

    private static CheckedElement valid(Element element) {
        return new CheckedElement(
                element.first().kind(),
                element.first().value(),
                element.text(),
                element.from(),
                element.to(),
                State.VALID);
    }

    private List<CheckedElement> elements() {
        if (elements == null) {
            ParsedAddress parsed = parser.parse(text);
            elements = valid(Stream.concat(parsed.region().stream(), parsed.elements().stream()));
        }
        return elements;
    }

    @Override
    public CheckedElement get(int index) {
        return elements().get(index);
    }

    @Override
    public int size() {
        return elements().size();
    }
}
