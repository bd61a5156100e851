package org.weiwang.address.parse;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import org.weiwang.address.Element;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.Reading;
import org.weiwang.address.Reading.Via;

/** Elements in one line: {@code ROAD:魁星路 NUMBER:410/P}. */
final class ParsedText {
    private ParsedText() {}

    static String of(ParsedAddress address) {
        return Stream.concat(address.region().stream(), address.elements().stream())
                .map(ParsedText::of)
                .collect(joining(" "));
    }

    private static String of(Element element) {
        return element.readings().stream().map(ParsedText::of).collect(joining("|"));
    }

    private static String of(Reading reading) {
        String via = reading.via() == Via.ITSELF ? "" : "/" + reading.via().name().charAt(0);
        return reading.kind() + ":" + reading.value() + via;
    }
}
