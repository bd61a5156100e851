package org.weiwang.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Finds the geometries that a filter means. */
final class ShapeBinder {
    private static final double ANTIMERIDIAN = 180;

    private final FilterCrs crs;

    ShapeBinder(FilterCrs crs) {
        this.crs = crs;
    }

    /** One, or one for each dimension where it is a collection of several. */
    List<Shape> shapes(Syntax syntax) throws Cql2Exception {
        if (ValueBinder.isGeometry(syntax)) {
            return List.of(new Shape.OfFeature());
        }
        List<Shape> shapes = new ArrayList<>();
        for (Geometry part : ofOneDimension(geometry(syntax))) {
            shapes.add(new Shape.Literal(toWgs84(part, syntax.place())));
        }
        return shapes;
    }

    private Geometry toWgs84(Geometry geometry, String place) throws Cql2Exception {
        try {
            return crs.toWgs84(geometry);
        } catch (Cql2Exception e) {
            throw new Cql2Exception(e, place);
        }
    }

    /** The members of a collection may overlap, which neither JTS nor PostGIS takes everywhere. */
    private static List<Geometry> ofOneDimension(Geometry geometry) {
        if (geometry.getClass() != GeometryCollection.class) {
            return List.of(geometry);
        }
        Map<Integer, List<Geometry>> members =
                IntStream.range(0, geometry.getNumGeometries())
                        .mapToObj(geometry::getGeometryN)
                        .collect(
                                Collectors.groupingBy(
                                        Geometry::getDimension, TreeMap::new, Collectors.toList()));
        return members.values().stream().map(UnaryUnionOp::union).toList();
    }

    private Geometry geometry(Syntax syntax) throws Cql2Exception {
        if (syntax instanceof Syntax.Box box) {
            return box(box);
        }
        if (!(syntax instanceof Syntax.Figure figure)) {
            throw new Cql2Exception(
                    "%s or a geometry is expected, not %s"
                            .formatted(Filter.GEOMETRY, syntax.words()),
                    syntax.place());
        }
        Geometry geometry = figure.geometry();
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error != null) {
            throw new Cql2Exception(
                    "this geometry is not valid: %s near %s %s"
                            .formatted(
                                    error.getMessage(),
                                    error.getCoordinate().x,
                                    error.getCoordinate().y),
                    figure.place());
        }
        return geometry;
    }

    private Geometry box(Syntax.Box box) throws Cql2Exception {
        List<Double> numbers = box.numbers();
        double[] lower = {numbers.get(0), numbers.get(1)};
        double[] upper = {numbers.get(2), numbers.get(3)};
        for (int axis = 0; axis < 2; axis++) {
            if (lower[axis] > upper[axis] && axis != crs.longitudeAxis()) {
                throw new Cql2Exception(
                        "the box's %s is greater than its %s".formatted(lower[axis], upper[axis]),
                        box.place());
            }
        }
        int longitude = crs.longitudeAxis();
        if (longitude != 0 && longitude != 1 || lower[longitude] <= upper[longitude]) {
            return rectangle(lower, upper);
        }
        if (lower[longitude] >= ANTIMERIDIAN || upper[longitude] <= -ANTIMERIDIAN) {
            throw new Cql2Exception(
                    "a box across the antimeridian starts before 180 and ends after -180",
                    box.place());
        }
        double[] east = upper.clone();
        east[longitude] = ANTIMERIDIAN;
        double[] west = lower.clone();
        west[longitude] = -ANTIMERIDIAN;
        return UnaryUnionOp.union(List.of(rectangle(lower, east), rectangle(west, upper)));
    }

    /** A point or a line where it has no width. */
    private static Geometry rectangle(double[] lower, double[] upper) {
        return Figures.FACTORY.toGeometry(new Envelope(lower[0], upper[0], lower[1], upper[1]));
    }
}
