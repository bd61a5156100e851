package org.weiwang.edition.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;

/**
 * One row of a layer, its attributes under the keys of {@link Layer}; as it comes from a file,
 * under the names of the columns.
 *
 * @param number line of a CSV file or record of any other, from 1
 * @param geometry longitude and latitude in degrees; null where the row has none
 */
record Row(long number, Geometry geometry, Map<String, String> values) {
    private static final int TEXT_LIMIT = 200;

    /** Keeps out what Java reads as a number and nobody else does, such as 1d and NaN. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,9}(\\.[0-9]*)?");

    private static final Pattern DAY = Pattern.compile("[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}");
    private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");

    /** A row that can't be taken, and why. */
    static final class Unusable extends Exception {
        Unusable(String reason) {
            super(reason);
        }
    }

    /** The attribute's text, empty where the row or the file has none. */
    String text(String key) throws Unusable {
        String value = values.getOrDefault(key, "");
        if (value.length() > TEXT_LIMIT) {
            throw new Unusable(key + " is longer than " + TEXT_LIMIT + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new Unusable(key + " holds a control character");
        }
        return value;
    }

    String textOrNull(String key) throws Unusable {
        String value = text(key);
        return value.isEmpty() ? null : value;
    }

    String requiredText(String key) throws Unusable {
        String value = text(key);
        if (value.isEmpty()) {
            throw new Unusable(key + " is empty");
        }
        return value;
    }

    String code(String key) throws Unusable {
        String value = requiredText(key);
        if (!Grid.CODE.matcher(value).matches()) {
            throw new Unusable(
                    key + " \"" + value + "\" is not a code (1 to 32 of 0-9, A-Z, a-z and -)");
        }
        return value;
    }

    /** The attribute as a code; the row's number where the file has no such attribute. */
    String codeOrNumber(String key) throws Unusable {
        return text(key).isEmpty() ? Long.toString(number) : code(key);
    }

    /** A count of 0 or more; null where empty. */
    Integer count(String key) throws Unusable {
        Integer value = integer(key);
        if (value != null && value < 0) {
            throw new Unusable(key + " is negative: " + value);
        }
        return value;
    }

    /** A whole number; null where empty. */
    Integer integer(String key) throws Unusable {
        String value = text(key);
        try {
            return value.isEmpty() ? null : Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new Unusable(key + " \"" + value + "\" is not a whole number");
        }
    }

    /** Whether the attribute is 是, 1 or true; not where it is 否, 0, false or empty. */
    boolean flag(String key) throws Unusable {
        String value = text(key);
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "是", "1", "true" -> true;
            case "否", "0", "false", "" -> false;
            default ->
                    throw new Unusable(
                            key + " must be 是, 1 or true, or 否, 0 or false, not \"" + value + "\"");
        };
    }

    /** The first day of what the attribute names, a day or a year; null where empty. */
    LocalDate firstDay(String key) throws Unusable {
        return day(key, MonthDay.of(Month.JANUARY, 1));
    }

    /** The last day of it. */
    LocalDate lastDay(String key) throws Unusable {
        return day(key, MonthDay.of(Month.DECEMBER, 31));
    }

    private LocalDate day(String key, MonthDay ofYear) throws Unusable {
        String value = text(key);
        if (value.isEmpty()) {
            return null;
        }
        try {
            if (DAY.matcher(value).matches()) {
                return LocalDate.parse(value);
            }
            if (YEAR.matcher(value).matches()) {
                return Year.parse(value).atMonthDay(ofYear);
            }
        } catch (DateTimeException e) {
            // A day that no calendar has, such as 2023-02-29; told below like all else.
        }
        throw new Unusable(
                key + " \"" + value + "\" is neither a day such as 2020-06-18 nor a year");
    }

    /**
     * The position that two attributes give, in the file's own datum; null where both are empty.
     */
    LonLat position(String lonKey, String latKey) throws Unusable {
        if (text(lonKey).isEmpty() && text(latKey).isEmpty()) {
            return null;
        }
        try {
            return new LonLat(number(lonKey), number(latKey));
        } catch (IllegalArgumentException e) {
            throw new Unusable(e.getMessage());
        }
    }

    private double number(String key) throws Unusable {
        String value = requiredText(key);
        if (!NUMBER.matcher(value).matches()) {
            throw new Unusable(key + " \"" + value + "\" is not a number");
        }
        return Double.parseDouble(value);
    }

    MultiPolygon polygons() throws Unusable {
        MultiPolygon polygons = shape(MultiPolygon.class, "polygon");
        TopologyValidationError error = new IsValidOp(polygons).getValidationError();
        if (error != null) {
            throw new Unusable(
                    "the polygon is invalid: %s at %.7f, %.7f"
                            .formatted(
                                    error.getMessage().toLowerCase(Locale.ROOT),
                                    error.getCoordinate().x,
                                    error.getCoordinate().y));
        }
        return polygons;
    }

    /** An outline whatever it is like; empty where there is none. */
    MultiPolygon outline() throws Unusable {
        return geometry == null || geometry.isEmpty()
                ? Wgs84.FACTORY.createMultiPolygon()
                : shape(MultiPolygon.class, "polygon");
    }

    MultiLineString lines() throws Unusable {
        return shape(MultiLineString.class, "line");
    }

    LonLat point() throws Unusable {
        Point point = shape(Point.class, "point");
        return new LonLat(point.getX(), point.getY());
    }

    private <G extends Geometry> G shape(Class<G> type, String name) throws Unusable {
        if (geometry == null || geometry.isEmpty()) {
            throw new Unusable("the geometry is empty");
        }
        if (!type.isInstance(geometry)) {
            throw new Unusable(
                    "the geometry is a " + geometry.getGeometryType() + ", not a " + name);
        }
        return type.cast(geometry);
    }
}
