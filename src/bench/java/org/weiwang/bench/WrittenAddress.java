package org.weiwang.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stored address of a demo county, taken apart by the way in which these are written, without the
 * program's own parser.
 *
 * @param district its code
 */
record WrittenAddress(String text, String district, double lon, double lat) {
    private static final Pattern OF_VILLAGE = Pattern.compile("(.+?)(\\d+)组(\\d+)号");
    private static final Pattern OF_ROAD = Pattern.compile("(.+?)(\\d+)号(?:(.*?)(\\d+)栋(\\d+)单元)?");

    /** A court that has no name but its number. */
    static final String COURT = "院";

    /** Names without their words for what they are, numbers in digits without classifiers. */
    Map<Part, String> parts(PlaceNames names) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        String name = names.district(district);
        String town = names.town(district, text.substring(name.length()));
        parts.put(Part.DISTRICT, name);
        parts.put(Part.TOWN, town);
        String rest = text.substring(name.length() + town.length());
        Matcher matcher = OF_VILLAGE.matcher(rest);
        if (matcher.matches()) {
            parts.put(Part.VILLAGE, matcher.group(1));
            parts.put(Part.GROUP, matcher.group(2));
            parts.put(Part.NUMBER, matcher.group(3));
            return parts;
        }
        matcher = OF_ROAD.matcher(rest);
        if (!matcher.matches()) {
            throw new IllegalStateException("not written as demo counties' addresses are: " + text);
        }
        parts.put(Part.ROAD, matcher.group(1));
        parts.put(Part.NUMBER, matcher.group(2));
        if (matcher.group(4) != null) {
            parts.put(Part.ESTATE, matcher.group(3));
            parts.put(Part.BUILDING, matcher.group(4));
            parts.put(Part.UNIT, matcher.group(5));
        }
        return parts;
    }
}
