package org.weiwang.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.weiwang.geo.Wgs84;

/**
 * Outlines as GeoJSON MultiPolygons whose numbers are exact, so that what comes back is what went
 * out.
 */
public final class JsonOutline {
    private static final int FEWEST = 4;
    private static final double MOST_EAST = 180;
    private static final double MOST_NORTH = 90;

    /**
     * @param coordinates polygons of rings of positions, longitude first, in degrees
     */
    public record Document(String type, double[][][][] coordinates) {}

    private JsonOutline() {}

    public static Document of(MultiPolygon outline) {
        return new Document(
                "MultiPolygon",
                IntStream.range(0, outline.getNumGeometries())
                        .mapToObj(i -> rings((Polygon) outline.getGeometryN(i)))
                        .toArray(double[][][][]::new));
    }

    private static double[][][] rings(Polygon polygon) {
        double[][][] rings = new double[1 + polygon.getNumInteriorRing()][][];
        rings[0] = positions(polygon.getExteriorRing().getCoordinateSequence());
        for (int i = 1; i < rings.length; i++) {
            rings[i] = positions(polygon.getInteriorRingN(i - 1).getCoordinateSequence());
        }
        return rings;
    }

    private static double[][] positions(CoordinateSequence points) {
        return IntStream.range(0, points.size())
                .mapToObj(i -> new double[] {points.getX(i), points.getY(i)})
                .toArray(double[][]::new);
    }

    /**
     * @throws ProblemException 400 that names the place in the body where it is no MultiPolygon of
     *     closed rings within the world; it may still cross itself
     */
    public static MultiPolygon read(JsonObject object, String member) {
        String path = object.path(member);
        JsonNode node = object.member(member);
        if (!node.isObject() || !node.path("type").asText().equals("MultiPolygon")) {
            throw JsonObject.refused(path, "must be a GeoJSON MultiPolygon", node);
        }
        List<Polygon> polygons = new ArrayList<>();
        for (JsonNode polygon : array(path + ".coordinates", node.path("coordinates"))) {
            polygons.add(polygon(path + ".coordinates[%d]".formatted(polygons.size()), polygon));
        }
        return Wgs84.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(String path, JsonNode node) {
        List<LinearRing> rings = new ArrayList<>();
        for (JsonNode ring : array(path, node)) {
            rings.add(ring(path + "[%d]".formatted(rings.size()), ring));
        }
        if (rings.isEmpty()) {
            throw JsonObject.refused(path, "must have a ring", node);
        }
        return Wgs84.FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(String path, JsonNode node) {
        double[] packed = new double[2 * array(path, node).size()];
        for (int i = 0; i < node.size(); i++) {
            JsonNode position = node.get(i);
            if (position.size() != 2
                    || !isWithin(position.get(0), MOST_EAST)
                    || !isWithin(position.get(1), MOST_NORTH)) {
                throw JsonObject.refused(
                        path + "[%d]".formatted(i),
                        "must be a longitude and a latitude in degrees",
                        position);
            }
            packed[2 * i] = position.get(0).doubleValue();
            packed[2 * i + 1] = position.get(1).doubleValue();
        }
        int last = packed.length - 2;
        if (node.size() < FEWEST || packed[0] != packed[last] || packed[1] != packed[last + 1]) {
            throw JsonObject.refused(
                    path, "must have at least 4 positions, the last like the first", node);
        }
        return Wgs84.FACTORY.createLinearRing(
                PackedCoordinateSequenceFactory.DOUBLE_FACTORY.create(packed, 2, 0));
    }

    private static JsonNode array(String path, JsonNode node) {
        if (!node.isArray()) {
            throw JsonObject.refused(path, "must be an array", node);
        }
        return node;
    }

    private static boolean isWithin(JsonNode number, double most) {
        return number.isNumber() && Math.abs(number.doubleValue()) <= most;
    }
}
