package org.weiwang.address.parse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.weiwang.address.AddressText;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.Reading;
import org.weiwang.address.text.FoldedText;

/** Cuts an address' text into its elements. Thread-safe. */
public final class AddressParser {
    private final Gazetteer gazetteer;

    public AddressParser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Never fails: what nothing explains is an element of kind UNKNOWN. */
    public ParsedAddress parse(String text) {
        return parse(text, false);
    }

    /**
     * Parses an address of the data itself: a name that no list of names has, such as that of a
     * road or of an estate, is an element of the kind that its ending and its place tell.
     */
    public ParsedAddress parseStored(String text) {
        return parse(text, true);
    }

    private ParsedAddress parse(String given, boolean isStored) {
        FoldedText text = FoldedText.of(given, AddressText.LONGEST);
        List<Piece> pieces = new Segmentation(text, gazetteer.forms(), isStored).pieces();
        List<Element> elements = new Interpretation(given, text, gazetteer, isStored).of(pieces);
        addRest(given, text.read(), elements);
        Map<Boolean, List<Element>> parts =
                elements.stream().collect(Collectors.partitioningBy(AddressParser::isOfRegion));
        return new ParsedAddress(given, parts.get(true), parts.get(false));
    }

    private static boolean isOfRegion(Element element) {
        ElementKind kind = element.first().kind();
        return kind == ElementKind.PROVINCE || kind == ElementKind.CITY;
    }

    /** What is too long to be understood is unknown as a whole. */
    private static void addRest(String given, int from, List<Element> elements) {
        String rest = given.substring(from);
        String folded = FoldedText.of(rest, AddressText.LONGEST).toString();
        if (!folded.isEmpty()) {
            Reading unknown = Reading.itself(ElementKind.UNKNOWN, folded);
            elements.add(new Element(rest, from, given.length(), List.of(unknown)));
        }
    }
}
