package org.weiwang.geo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a position as people type one. */
public final class TypedPosition {
    private static final int LONGEST = 100;

    /** What a position is typed with, narrow and in lower case; most texts have something else. */
    private static final String CHARACTERS =
            "0123456789+-., \t;/|:=()[]、。，；°º˚度分秒′'’‘´″\"”“東东西南北经經纬緯度lontgiudea" + "ewns";

    private static final String NUMBER = "[0-9]{1,3}(?:\\.[0-9]{1,15})?";
    private static final String SMALL = "[0-9]{1,2}(?:\\.[0-9]{1,15})?";

    private static final String ANGLE =
            "(?<deg%1$d>[+-]?"
                    + NUMBER
                    + ")(?:\\s*(?<mark%1$d>[°º˚度])(?:\\s*(?<min%1$d>"
                    + SMALL
                    + ")\\s*[′'’‘´分](?:\\s*(?<sec%1$d>"
                    + SMALL
                    + ")\\s*(?:[″\"”“秒]|''|′′))?)?)?";

    private static final String BEFORE =
            "(?:(?<said%1$d>[东西]经|[南北]纬|经度|纬度|longitude|latitude|lon|lng|lat|[ewns])\\s*[:=]?\\s*)?"
                    + ANGLE;

    private static final String BEHIND = ANGLE + "(?:\\s*(?<said%1$d>[ewns东西南北]))?";

    /** A separator, which may be missing only where a mark stands beside. */
    private static final String BETWEEN = "(?:\\s*[,;/|、]\\s*|\\s+|(?<=[^0-9.])|(?=[^0-9.]))";

    /** Either way, hemispheres and names stand on the same side of both numbers. */
    private static final List<Pattern> TWO = List.of(two(BEFORE), two(BEHIND));

    /** What one of the two numbers says. */
    private enum Axis {
        LON,
        LAT,
        UNSAID
    }

    private record Angle(double degrees, Axis axis, boolean marked) {}

    private TypedPosition() {}

    /**
     * The position that the text is and nothing besides, in the datum that it was given in: two
     * numbers of degrees, of which one has a decimal point at least, or degrees with minutes and
     * perhaps seconds, narrow or full-width, with a separator between; with their hemispheres (东经,
     * E …) or names in any order; without, the one above 90 is the longitude, else the first.
     *
     * @return empty where the text is no position on the earth, or longer than 100 characters
     */
    public static Optional<LonLat> of(String text) {
        if (!mayBe(text)) {
            return Optional.empty();
        }
        String narrow = narrow(text);
        return TWO.stream()
                .map(pattern -> pattern.matcher(narrow))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(matcher -> position(angle(matcher, 1), angle(matcher, 2)));
    }

    private static Pattern two(String one) {
        return Pattern.compile(
                "\\s*[(\\[]?\\s*"
                        + one.formatted(1)
                        + BETWEEN
                        + one.formatted(2)
                        + "\\s*[)\\]]?\\s*");
    }

    private static boolean mayBe(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (CHARACTERS.indexOf(narrow(text.charAt(i))) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = narrow(text.charAt(i));
            // One blank for many: between runs of them the patterns would look in vain for long.
            boolean again =
                    isBlank(c) && !narrow.isEmpty() && isBlank(narrow.charAt(narrow.length() - 1));
            if (!again) {
                narrow.append(c);
            }
        }
        return narrow.toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static char narrow(char c) {
        boolean wide = c >= '\uff01' && c <= '\uff5e';
        char narrow = wide ? (char) (c - 0xfee0) : c;
        return switch (narrow) {
            case '\u3000' -> ' ';
            case '，' -> ',';
            case '；' -> ';';
            case '東' -> '东';
            case '經' -> '经';
            case '緯' -> '纬';
            default -> Character.toLowerCase(narrow);
        };
    }

    /** Null where minutes or seconds are too many. */
    private static Angle angle(Matcher matcher, int number) {
        String said = matcher.group("said" + number);
        String degrees = matcher.group("deg" + number);
        double minutes = number(matcher.group("min" + number));
        double seconds = number(matcher.group("sec" + number));
        boolean whole = degrees.indexOf('.') < 0;
        if (minutes >= 60 || seconds >= 60 || !whole && minutes + seconds > 0) {
            return null;
        }
        double size = Math.abs(Double.parseDouble(degrees)) + minutes / 60 + seconds / 3600;
        boolean negative = degrees.startsWith("-") != isOfWestOrSouth(said);
        boolean marked = !whole || said != null || matcher.group("mark" + number) != null;
        return new Angle(negative ? -size : size, axis(said), marked);
    }

    private static double number(String text) {
        return text == null ? 0 : Double.parseDouble(text);
    }

    private static boolean isOfWestOrSouth(String said) {
        return said != null && said.matches("[ws西南].?");
    }

    private static Axis axis(String said) {
        if (said == null) {
            return Axis.UNSAID;
        }
        return said.matches("[ew东西]|[东西]经|经度|lon.*|lng") ? Axis.LON : Axis.LAT;
    }

    private static Optional<LonLat> position(Angle first, Angle second) {
        if (first == null || second == null || !(first.marked || second.marked)) {
            return Optional.empty();
        }
        boolean clash = first.axis == second.axis && first.axis != Axis.UNSAID;
        boolean latFirst =
                first.axis == Axis.LAT
                        || second.axis == Axis.LON
                        || first.axis == second.axis
                                && Math.abs(second.degrees) > 90
                                && Math.abs(first.degrees) <= 90;
        double lon = latFirst ? second.degrees : first.degrees;
        double lat = latFirst ? first.degrees : second.degrees;
        return clash || Math.abs(lon) > 180 || Math.abs(lat) > 90
                ? Optional.empty()
                : Optional.of(new LonLat(lon, lat));
    }
}
