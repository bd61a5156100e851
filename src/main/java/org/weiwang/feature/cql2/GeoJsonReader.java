package org.weiwang.feature.cql2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Reads the geometries of a filter in JSON form; heights are left. */
final class GeoJsonReader {
    private static final String COLLECTION = "GeometryCollection";

    private final String place;
    private final Figures figures;

    GeoJsonReader(String place) {
        this.place = place;
        this.figures = new Figures(JsonParser.shown(place));
    }

    Geometry read(JsonNode node) throws Cql2Exception {
        String type = node.path("type").asText();
        boolean isCollection = type.equals(COLLECTION);
        String parts = isCollection ? "geometries" : "coordinates";
        JsonParser.checkMembers(node, place, Set.of("type", parts, "bbox"));
        JsonNode array = node.path(parts);
        JsonParser.checkArray(array, place + "/" + parts);
        return isCollection ? collection(array) : simple(type, array);
    }

    private Geometry simple(String type, JsonNode coordinates) throws Cql2Exception {
        return switch (type) {
            case "Point" -> figures.point(position(coordinates));
            case "LineString" -> figures.line(positions(coordinates));
            case "Polygon" -> figures.polygon(lines(coordinates));
            case "MultiPoint" ->
                    figures.together(figures.all(positions(coordinates), figures::point));
            case "MultiLineString" ->
                    figures.together(figures.all(lines(coordinates), figures::line));
            case "MultiPolygon" ->
                    figures.together(figures.all(each(coordinates, this::lines), figures::polygon));
            default ->
                    throw new Cql2Exception(
                            "there is no geometry of type " + type, JsonParser.shown(place));
        };
    }

    private Geometry collection(JsonNode members) throws Cql2Exception {
        List<Geometry> geometries = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            String inner = place + "/geometries/" + i;
            if (members.get(i).path("type").asText().equals(COLLECTION)) {
                throw new Cql2Exception("a collection has no collections in it", inner);
            }
            geometries.add(new GeoJsonReader(inner).read(members.get(i)));
        }
        return figures.together(geometries);
    }

    private List<List<Coordinate>> lines(JsonNode node) throws Cql2Exception {
        return each(node, this::positions);
    }

    private List<Coordinate> positions(JsonNode node) throws Cql2Exception {
        return each(node, this::position);
    }

    private Coordinate position(JsonNode node) throws Cql2Exception {
        if (!node.isArray() || node.size() < 2) {
            throw new Cql2Exception(
                    "a position is an array of two numbers or more", JsonParser.shown(place));
        }
        return new Coordinate(number(node.get(0), place), number(node.get(1), place));
    }

    private <T> List<T> each(JsonNode node, Figures.Maker<JsonNode, T> maker) throws Cql2Exception {
        JsonParser.checkArray(node, place + "/coordinates");
        List<JsonNode> parts = new ArrayList<>();
        node.forEach(parts::add);
        return figures.all(parts, maker);
    }

    static double number(JsonNode node, String place) throws Cql2Exception {
        if (!node.isNumber()) {
            throw new Cql2Exception(
                    "a number is expected, not " + JsonParser.words(node), JsonParser.shown(place));
        }
        return Literals.finite(node.doubleValue(), JsonParser.shown(place));
    }
}
