package org.weiwang.geo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Geometries as GeoJSON (RFC 7946): longitude first, at most eight decimals (a millimetre) without
 * trailing zeros, exterior rings counter-clockwise and holes clockwise. Thread-safe.
 */
public final class GeoJson {
    private static final Set<String> TYPES =
            Set.of("Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon");

    private static final int DECIMALS_OF_DEGREES = 8;

    private static final int DECIMALS_OF_METRES = 3;

    private static final double GREATEST_DEGREES = 360;

    /** More than twice the way around the earth. */
    private static final double GREATEST_METRES = 1e8;

    private final boolean northFirst;
    private final int decimals;
    private final long units;
    private final double greatest;
    private byte[] bytes;
    private int size;

    private GeoJson(boolean northFirst, int decimals, double greatest, int expected) {
        this.northFirst = northFirst;
        this.decimals = decimals;
        this.units = Math.round(Math.pow(10, decimals));
        this.greatest = greatest;
        this.bytes = new byte[expected];
    }

    /**
     * The geometry object as UTF-8; an empty geometry has empty coordinates.
     *
     * @param geometry Point, LineString, MultiLineString, Polygon or MultiPolygon, in degrees
     * @throws IllegalArgumentException for another type, or a coordinate that is not within ±360
     */
    public static byte[] encode(Geometry geometry) {
        return encodeDegrees(geometry, false);
    }

    /** As {@link #encode}, latitude first where asked for. */
    static byte[] encodeDegrees(Geometry geometry, boolean northFirst) {
        return encode(
                geometry,
                new GeoJson(northFirst, DECIMALS_OF_DEGREES, GREATEST_DEGREES, room(geometry)));
    }

    /**
     * As {@link #encode}, of a geometry in metres, to a millimetre; northing first where asked for.
     *
     * @param eastingFirst each coordinate within ±10<sup>8</sup>
     */
    static byte[] encodeMetres(Geometry eastingFirst, boolean northFirst) {
        return encode(
                eastingFirst,
                new GeoJson(northFirst, DECIMALS_OF_METRES, GREATEST_METRES, room(eastingFirst)));
    }

    private static int room(Geometry geometry) {
        return 64 + 26 * geometry.getNumPoints();
    }

    private static byte[] encode(Geometry geometry, GeoJson json) {
        String type = geometry.getGeometryType();
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("no GeoJSON for a " + type);
        }
        json.put("{\"type\":\"" + type + "\",\"coordinates\":");
        if (geometry.isEmpty()) {
            json.put("[]");
        } else if (geometry instanceof Point point) {
            json.putPosition(point.getCoordinateSequence(), 0);
        } else if (geometry instanceof LineString line) {
            json.putLine(line.getCoordinateSequence(), false);
        } else if (geometry instanceof Polygon polygon) {
            json.putPolygon(polygon);
        } else {
            json.putMembers(geometry);
        }
        json.put('}');
        return Arrays.copyOf(json.bytes, json.size);
    }

    private void putMembers(Geometry geometry) {
        char before = '[';
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry member = geometry.getGeometryN(i);
            if (!member.isEmpty()) {
                put(before);
                before = ',';
                if (member instanceof Polygon polygon) {
                    putPolygon(polygon);
                } else {
                    putLine(((LineString) member).getCoordinateSequence(), false);
                }
            }
        }
        put(']');
    }

    private void putPolygon(Polygon polygon) {
        put('[');
        putRing(polygon.getExteriorRing(), false);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            put(',');
            putRing(polygon.getInteriorRingN(i), true);
        }
        put(']');
    }

    private void putRing(LinearRing ring, boolean clockwise) {
        CoordinateSequence points = ring.getCoordinateSequence();
        putLine(points, Area.ofRingSigned(points) > 0 != clockwise);
    }

    private void putLine(CoordinateSequence points, boolean backwards) {
        int last = points.size() - 1;
        for (int i = 0; i <= last; i++) {
            put(i == 0 ? '[' : ',');
            putPosition(points, backwards ? last - i : i);
        }
        put(']');
    }

    private void putPosition(CoordinateSequence points, int i) {
        put('[');
        putNumber(northFirst ? points.getY(i) : points.getX(i));
        put(',');
        putNumber(northFirst ? points.getX(i) : points.getY(i));
        put(']');
    }

    private void putNumber(double number) {
        if (!(Math.abs(number) <= greatest)) {
            throw new IllegalArgumentException(
                    number
                            + " is not a number of "
                            + (greatest == GREATEST_DEGREES ? "degrees" : "metres"));
        }
        long all = Math.round(Math.abs(number) * units);
        if (number < 0 && all > 0) {
            put('-');
        }
        long whole = all / units;
        long rest = all - whole * units;
        putDigits(whole, digits(whole));
        if (rest > 0) {
            int length = decimals;
            while (rest % 10 == 0) {
                rest /= 10;
                length--;
            }
            put('.');
            putDigits(rest, length);
        }
    }

    private static int digits(long whole) {
        int digits = 1;
        for (long more = whole / 10; more > 0; more /= 10) {
            digits++;
        }
        return digits;
    }

    /** So many digits, with zeros before. */
    private void putDigits(long number, int digits) {
        reserve(digits);
        size += digits;
        long rest = number;
        for (int i = 1; i <= digits; i++) {
            bytes[size - i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void put(String ascii) {
        for (byte b : ascii.getBytes(StandardCharsets.US_ASCII)) {
            put((char) b);
        }
    }

    private void put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (size + more));
        }
    }
}
