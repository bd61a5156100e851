package org.weiwang.address.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.Reading;

/** Reads addresses that are written with all of their suffixes and classifiers. */
final class PlainParser {
    private static final Pattern WHOLE =
            Pattern.compile(
                    "(?<DISTRICT>..[县区])?(?<TOWN>[^路街村]+?(?:街道|镇))?"
                            + "(?:(?<COMMUNITY>[^0-9]+?(?:村|社区))(?:(?<GROUP>[0-9]+)组)?)?"
                            + "(?<ROAD>[^0-9]+?[路街巷])?(?:(?<NUMBER>[0-9-]+)号)?"
                            + "(?<ESTATE>[^0-9]+)?(?:(?<BUILDING>[0-9]+)栋)?(?:(?<UNIT>[0-9]+)单元)?");

    private static final List<ElementKind> KINDS =
            Arrays.stream(ElementKind.values())
                    .filter(kind -> WHOLE.pattern().contains("<" + kind + ">"))
                    .toList();

    private PlainParser() {}

    static ParsedAddress parse(String text) {
        Matcher matcher = WHOLE.matcher(text);
        List<Element> elements = new ArrayList<>();
        if (!matcher.matches()) {
            elements.add(element(text, 0, ElementKind.UNKNOWN));
            return new ParsedAddress(text, List.of(), elements);
        }
        for (ElementKind kind : KINDS) {
            String value = matcher.group(kind.name());
            if (value != null) {
                elements.add(element(value, matcher.start(kind.name()), kind));
            }
        }
        return new ParsedAddress(text, List.of(), elements);
    }

    private static Element element(String value, int from, ElementKind kind) {
        Reading reading = Reading.itself(kind, value);
        return new Element(value, from, from + value.length(), List.of(reading));
    }
}
