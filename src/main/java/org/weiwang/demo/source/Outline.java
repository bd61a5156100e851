package org.weiwang.demo.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** A district's outline and seat, repaired, in WGS 84 degrees. */
record Outline(String name, Geometry shape, Coordinate seat) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** About half a square kilometre: smaller pieces are leftovers of the source's coarse steps. */
    private static final double SMALLEST_PART = 5e-5;

    static Outline of(String code) {
        try (InputStream in = Outline.class.getResourceAsStream("/demo/outlines.geojson")) {
            for (JsonNode feature : new ObjectMapper().readTree(in).get("features")) {
                if (feature.get("id").asText().equals(code)) {
                    return read(feature);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("no outline of district " + code);
    }

    private static Outline read(JsonNode feature) {
        JsonNode geometry = feature.get("geometry");
        JsonNode coordinates = geometry.get("coordinates");
        List<Geometry> parts = new ArrayList<>();
        if (geometry.get("type").asText().equals("Polygon")) {
            parts.add(polygon(coordinates));
        } else {
            coordinates.forEach(part -> parts.add(polygon(part)));
        }
        Geometry repaired = UnaryUnionOp.union(parts);
        List<Polygon> kept = new ArrayList<>();
        for (int i = 0; i < repaired.getNumGeometries(); i++) {
            if (repaired.getGeometryN(i).getArea() >= SMALLEST_PART) {
                kept.add((Polygon) repaired.getGeometryN(i));
            }
        }
        JsonNode properties = feature.get("properties");
        return new Outline(
                properties.get("name").asText(),
                FACTORY.buildGeometry(kept),
                position(properties.get("cp")));
    }

    private static Geometry polygon(JsonNode rings) {
        List<Coordinate> shell = new ArrayList<>();
        rings.get(0).forEach(position -> shell.add(position(position)));
        return GeometryFixer.fix(FACTORY.createPolygon(shell.toArray(Coordinate[]::new)));
    }

    private static Coordinate position(JsonNode lonLat) {
        return new Coordinate(lonLat.get(0).asDouble(), lonLat.get(1).asDouble());
    }
}
