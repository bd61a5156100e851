package org.weiwang.geo.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/** A geometry of FlatGeobuf. Parts may be the same bytes many times over, which is counted. */
final class FlatGeobufGeometry {
    private final Geometries geometries = new Geometries();
    private final int type;

    /**
     * @param type of all geometries of the file; unknown where each has its own
     */
    FlatGeobufGeometry(int type) {
        this.type = type;
    }

    /**
     * Null for none, and for an empty point.
     *
     * @param geometry null for none
     * @throws IllegalArgumentException when it is none that is read; the message says why
     * @throws IndexOutOfBoundsException when it names places beyond its end
     */
    org.locationtech.jts.geom.Geometry read(Geometry geometry) {
        if (geometry == null) {
            return null;
        }
        int own = type == GeometryType.Unknown ? geometry.type() : type;
        return switch (own) {
            case GeometryType.Point -> geometries.point(positions(geometry));
            case GeometryType.MultiPoint -> geometries.onlyPoint(points(geometry));
            case GeometryType.LineString, GeometryType.MultiLineString ->
                    geometries.lines(lines(geometry));
            case GeometryType.Polygon -> geometries.polygons(List.of(lines(geometry)));
            case GeometryType.MultiPolygon -> geometries.polygons(polygons(geometry));
            default -> throw Geometries.notRead(name(own));
        };
    }

    private static String name(int type) {
        return type > 0 && type < GeometryType.names.length
                ? GeometryType.name(type)
                : "type " + type;
    }

    /** A polygon that is alone may stand without parts. */
    private List<List<double[]>> polygons(Geometry geometry) {
        int count = geometry.partsLength();
        if (count == 0) {
            return List.of(lines(geometry));
        }
        geometries.take(count);
        List<List<double[]>> polygons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            polygons.add(lines(geometry.parts(i)));
        }
        return polygons;
    }

    private List<double[]> points(Geometry geometry) {
        double[] all = positions(geometry);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < all.length; i += 2) {
            points.add(new double[] {all[i], all[i + 1]});
        }
        return points;
    }

    /** The lines or rings, of which the ends say where each ends, counted in positions. */
    private List<double[]> lines(Geometry geometry) {
        double[] all = positions(geometry);
        int count = geometry.endsLength();
        if (count == 0) {
            return List.of(all);
        }
        geometries.take(count);
        List<double[]> lines = new ArrayList<>();
        long start = 0;
        for (int i = 0; i < count; i++) {
            long end = geometry.ends(i);
            if (end < start || 2 * end > all.length) {
                throw new IllegalArgumentException(
                        "its part %d ends at position %d".formatted(i + 1, end));
            }
            lines.add(Arrays.copyOfRange(all, (int) (2 * start), (int) (2 * end)));
            start = end;
        }
        if (2 * start < all.length) {
            throw new IllegalArgumentException("positions follow upon its last part");
        }
        return lines;
    }

    private double[] positions(Geometry geometry) {
        int length = geometry.xyLength();
        if (length == 0) {
            return new double[0];
        }
        if (length % 2 != 0) {
            throw new IllegalArgumentException("a position of it has no second figure");
        }
        geometry.xy(length - 1); // Fails, before room is made, where that many are not there.
        double[] xy = geometries.room(length / 2);
        for (int i = 0; i < length; i++) {
            xy[i] = geometry.xy(i);
        }
        return xy;
    }
}
