package org.weiwang.address.match;

import java.util.List;
import java.util.Map;
import org.weiwang.address.ElementKind;

/**
 * A name as what tells it from others and the word for its kind.
 *
 * @param suffix empty where it has none
 */
record Stem(String text, String suffix) {
    private static final int SHORTEST_OF_PLACE = 2;
    private static final int LONGEST_OF_PLACE = 2;

    private static final Map<ElementKind, List<String>> SUFFIXES =
            Map.of(
                    ElementKind.DISTRICT,
                    List.of("县", "区", "市"),
                    ElementKind.TOWN,
                    List.of("街道办事处", "街道办", "街道", "镇", "乡"),
                    ElementKind.COMMUNITY,
                    List.of("社区居委会", "村委会", "居委会", "社区", "村"),
                    ElementKind.ROAD,
                    List.of("大道", "路", "街", "巷", "道", "弄"));

    /** Whether the end of a name says that it is a division's or a road's. */
    static boolean tellsKind(String name) {
        return SUFFIXES.keySet().stream().anyMatch(kind -> !of(kind, name).suffix().isEmpty());
    }

    static boolean isSuffix(ElementKind kind, String text) {
        return SUFFIXES.getOrDefault(kind, List.of()).contains(text);
    }

    static Stem of(ElementKind kind, String name) {
        if (kind == ElementKind.ESTATE || kind == ElementKind.LANDMARK) {
            return ofPlace(name);
        }
        for (String suffix : SUFFIXES.getOrDefault(kind, List.of())) {
            int end = name.length() - suffix.length();
            if (name.endsWith(suffix) && end > 0) {
                return new Stem(name.substring(0, end), suffix);
            }
        }
        return new Stem(name, "");
    }

    /** What estates and facilities are is mostly said by the last two characters. */
    private static Stem ofPlace(String name) {
        int length = name.codePointCount(0, name.length());
        int suffix = Math.max(0, Math.min(length - SHORTEST_OF_PLACE, LONGEST_OF_PLACE));
        int end = name.offsetByCodePoints(name.length(), -suffix);
        return new Stem(name.substring(0, end), name.substring(end));
    }
}
