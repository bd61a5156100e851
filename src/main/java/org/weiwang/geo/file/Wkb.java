package org.weiwang.geo.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads well-known binary as GeoPackages have it (ISO 13249-3): heights and measures are dropped.
 * Unlike JTS' reader it goes no deeper than polygons of a collection, and reads no other types.
 */
final class Wkb {
    private static final int POINT = 1;
    private static final int LINE = 2;
    private static final int POLYGON = 3;
    private static final int MULTI = 3;

    private static final List<String> TYPES =
            List.of(
                    "Geometry",
                    "Point",
                    "LineString",
                    "Polygon",
                    "MultiPoint",
                    "MultiLineString",
                    "MultiPolygon",
                    "GeometryCollection",
                    "CircularString",
                    "CompoundCurve",
                    "CurvePolygon",
                    "MultiCurve",
                    "MultiSurface",
                    "Curve",
                    "Surface",
                    "PolyhedralSurface",
                    "TIN",
                    "Triangle");

    private final Geometries geometries = new Geometries();
    private final ByteBuffer bytes;

    /** Doubles of a position, of the geometry being read. */
    private int dimensions;

    Wkb(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * Null for an empty point.
     *
     * @throws IllegalArgumentException when it is none that is read; the message says why
     */
    Geometry read() {
        try {
            int type = type();
            return switch (type) {
                case POINT -> geometries.point(point());
                case LINE -> geometries.lines(List.of(positions()));
                case POLYGON -> geometries.polygons(List.of(rings()));
                case MULTI + POINT -> geometries.onlyPoint(parts(POINT, this::point));
                case MULTI + LINE -> geometries.lines(parts(LINE, this::positions));
                case MULTI + POLYGON -> geometries.polygons(parts(POLYGON, this::rings));
                default -> throw Geometries.notRead(name(type));
            };
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("its geometry is cut off", e);
        }
    }

    /** Of the geometry that begins here, and the order of its bytes. */
    private int type() {
        byte order = bytes.get();
        if (order != 0 && order != 1) {
            throw new IllegalArgumentException("its geometry has the byte order " + order);
        }
        bytes.order(order == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = bytes.getInt();
        if (type < 0 || type >= 4_000) {
            throw Geometries.notRead("type " + Integer.toUnsignedString(type));
        }
        int kind = type / 1_000;
        dimensions = kind == 0 ? 2 : kind == 3 ? 4 : 3;
        return type % 1_000;
    }

    private static String name(int type) {
        return type < TYPES.size() ? TYPES.get(type) : "type " + type;
    }

    /** What a collection of a single type has in it. */
    private interface Part<T> {
        T read();
    }

    private <T> List<T> parts(int type, Part<T> part) {
        int count = count(9);
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int found = type();
            if (found != type) {
                throw new IllegalArgumentException(
                        "its Multi%s has a %s in it".formatted(name(type), name(found)));
            }
            parts.add(part.read());
        }
        return parts;
    }

    private List<double[]> rings() {
        int count = count(4);
        List<double[]> rings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rings.add(positions());
        }
        return rings;
    }

    private double[] positions() {
        int count = count(8 * dimensions);
        double[] xy = geometries.room(count);
        for (int i = 0; i < xy.length; i += 2) {
            position(xy, i);
        }
        return xy;
    }

    /** None for an empty one, which is not a number twice. */
    private double[] point() {
        double[] xy = geometries.room(1);
        position(xy, 0);
        return Double.isNaN(xy[0]) && Double.isNaN(xy[1]) ? new double[0] : xy;
    }

    private void position(double[] xy, int at) {
        xy[at] = bytes.getDouble();
        xy[at + 1] = bytes.getDouble();
        for (int i = 2; i < dimensions; i++) {
            bytes.getDouble();
        }
    }

    /** Of things that have at least so many bytes each, all of which must be there. */
    private int count(int least) {
        int count = bytes.getInt();
        if (count < 0 || (long) count * least > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        geometries.take(count);
        return count;
    }
}
