package org.weiwang.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes geometries of positions, with their axes in the order in which they are given.
 *
 * @param place in the filter, for the messages
 */
record Figures(String place) {
    static final GeometryFactory FACTORY = new GeometryFactory();

    /** Makes one geometry of the parts that it is written as. */
    @FunctionalInterface
    interface Maker<P, G> {
        G of(P parts) throws Cql2Exception;
    }

    Point point(Coordinate position) {
        return FACTORY.createPoint(position);
    }

    LineString line(List<Coordinate> positions) throws Cql2Exception {
        if (positions.size() < 2) {
            throw new Cql2Exception("a line has two positions or more", place);
        }
        return FACTORY.createLineString(positions.toArray(Coordinate[]::new));
    }

    Polygon polygon(List<List<Coordinate>> rings) throws Cql2Exception {
        List<LinearRing> made = all(rings, this::ring);
        if (made.isEmpty()) {
            throw new Cql2Exception("a polygon has an outer ring", place);
        }
        return FACTORY.createPolygon(
                made.get(0), made.subList(1, made.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(List<Coordinate> positions) throws Cql2Exception {
        if (positions.size() < 4
                || !positions.get(0).equals2D(positions.get(positions.size() - 1))) {
            throw new Cql2Exception(
                    "a ring has four positions or more, the last of which is the first", place);
        }
        return FACTORY.createLinearRing(positions.toArray(Coordinate[]::new));
    }

    /** A multipoint, multiline, multipolygon or collection. */
    Geometry together(List<? extends Geometry> members) throws Cql2Exception {
        if (members.isEmpty()) {
            throw new Cql2Exception("this geometry has nothing in it", place);
        }
        Geometry first = members.get(0);
        if (members.stream().anyMatch(m -> !m.getGeometryType().equals(first.getGeometryType()))) {
            return FACTORY.createGeometryCollection(members.toArray(Geometry[]::new));
        }
        if (first instanceof Point) {
            return FACTORY.createMultiPoint(members.toArray(Point[]::new));
        }
        if (first instanceof LineString) {
            return FACTORY.createMultiLineString(members.toArray(LineString[]::new));
        }
        if (first instanceof Polygon) {
            return FACTORY.createMultiPolygon(members.toArray(Polygon[]::new));
        }
        return FACTORY.createGeometryCollection(members.toArray(Geometry[]::new));
    }

    <P, G> List<G> all(List<P> parts, Maker<P, G> maker) throws Cql2Exception {
        List<G> made = new ArrayList<>();
        for (P part : parts) {
            made.add(maker.of(part));
        }
        return made;
    }
}
