package org.weiwang.geo.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** A geometry of GeoJSON, whose type may come after its coordinates. */
final class GeoJsonGeometry {
    /** Lists within lists down to a position, of a MultiPolygon. */
    private static final int DEEPEST = 4;

    private static final double[] NOWHERE = {};

    private final Geometries geometries = new Geometries();
    private final JsonParser parser;

    /**
     * @param parser at the geometry's first token
     */
    GeoJsonGeometry(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Null for none, and for an empty point.
     *
     * @throws IllegalArgumentException when it is none that is read; the message says why
     */
    Geometry read() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("its geometry is no object");
        }
        String type = "geometry without a type";
        Object coordinates = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("type")) {
                type = parser.getText();
                parser.skipChildren();
            } else if (name.equals("coordinates")) {
                coordinates = coordinates(1);
            } else {
                parser.skipChildren();
            }
        }
        return geometry(type, coordinates);
    }

    private Geometry geometry(String type, Object coordinates) {
        return switch (type) {
            case "Point" -> geometries.point(position(coordinates));
            case "MultiPoint" ->
                    geometries.onlyPoint(
                            list(coordinates).stream().map(GeoJsonGeometry::position).toList());
            case "LineString" -> geometries.lines(List.of(line(coordinates)));
            case "MultiLineString" -> geometries.lines(lines(coordinates));
            case "Polygon" -> geometries.polygons(List.of(lines(coordinates)));
            case "MultiPolygon" ->
                    geometries.polygons(
                            list(coordinates).stream().map(GeoJsonGeometry::lines).toList());
            default -> throw Geometries.notRead(type);
        };
    }

    /** A position as x and y, anything else as a list. */
    private Object coordinates(int depth) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY || depth > DEEPEST) {
            throw misplaced();
        }
        geometries.take(1);
        if (parser.nextToken().isNumeric()) {
            double x = parser.getDoubleValue();
            parser.nextToken();
            double[] xy = {x, number()};
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                number(); // A height, perhaps a measure.
            }
            return xy;
        }
        List<Object> parts = new ArrayList<>();
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            parts.add(coordinates(depth + 1));
            parser.nextToken();
        }
        return parts;
    }

    private double number() throws IOException {
        if (parser.currentToken().isNumeric()) {
            return parser.getDoubleValue();
        }
        throw misplaced();
    }

    private static double[] position(Object coordinates) {
        if (coordinates instanceof double[] xy) {
            return xy;
        }
        if (list(coordinates).isEmpty()) {
            return NOWHERE;
        }
        throw misplaced();
    }

    private static double[] line(Object coordinates) {
        List<?> positions = list(coordinates);
        double[] xy = new double[2 * positions.size()];
        for (int i = 0; i < positions.size(); i++) {
            if (!(positions.get(i) instanceof double[] position)) {
                throw misplaced();
            }
            System.arraycopy(position, 0, xy, 2 * i, 2);
        }
        return xy;
    }

    private static List<double[]> lines(Object coordinates) {
        return list(coordinates).stream().map(GeoJsonGeometry::line).toList();
    }

    private static List<?> list(Object coordinates) {
        if (coordinates instanceof List<?> list) {
            return list;
        }
        throw misplaced();
    }

    private static IllegalArgumentException misplaced() {
        return new IllegalArgumentException("its coordinates are not those of its type");
    }
}
