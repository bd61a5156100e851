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

    private static final long UNITS = 100_000_000;

    private byte[] bytes;
    private int size;

    private GeoJson(int expected) {
        this.bytes = new byte[expected];
    }

    /**
     * The geometry object as UTF-8; an empty geometry has empty coordinates.
     *
     * @param geometry Point, LineString, MultiLineString, Polygon or MultiPolygon, in degrees
     * @throws IllegalArgumentException for another type, or a coordinate that is not within ±360
     */
    public static byte[] encode(Geometry geometry) {
        String type = geometry.getGeometryType();
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("no GeoJSON for a " + type);
        }
        GeoJson json = new GeoJson(64 + 26 * geometry.getNumPoints());
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
        putNumber(points.getX(i));
        put(',');
        putNumber(points.getY(i));
        put(']');
    }

    private void putNumber(double degrees) {
        if (!(Math.abs(degrees) <= 360)) {
            throw new IllegalArgumentException(degrees + " is not a number of degrees");
        }
        long units = Math.round(Math.abs(degrees) * UNITS);
        if (degrees < 0 && units > 0) {
            put('-');
        }
        int whole = (int) (units / UNITS);
        if (whole >= 100) {
            put((char) ('0' + whole / 100));
        }
        if (whole >= 10) {
            put((char) ('0' + whole / 10 % 10));
        }
        put((char) ('0' + whole % 10));
        long rest = units % UNITS;
        if (rest > 0) {
            put('.');
            for (long unit = UNITS / 10; rest > 0; unit /= 10) {
                put((char) ('0' + rest / unit));
                rest %= unit;
            }
        }
    }

    private void put(String ascii) {
        for (byte b : ascii.getBytes(StandardCharsets.US_ASCII)) {
            put((char) b);
        }
    }

    private void put(char ascii) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) ascii;
    }
}
