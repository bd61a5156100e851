package org.weiwang.demo.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** A district's outline and seat, repaired, in WGS 84 degrees. */
record Outline(String code, String name, Geometry shape, Coordinate seat) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** About half a square kilometre: smaller pieces are leftovers of the source's coarse steps. */
    private static final double SMALLEST_PART = 5e-5;

    /**
     * The outlines of the city. None overlaps another: what two have in common belongs to the one
     * whose counts are published, else to the one with the smaller code.
     */
    static List<Outline> all() {
        List<Outline> outlines = new ArrayList<>();
        try (InputStream in = Outline.class.getResourceAsStream("/demo/outlines.geojson")) {
            for (JsonNode feature : new ObjectMapper().readTree(in).get("features")) {
                outlines.add(read(feature));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        outlines.sort(
                Comparator.comparing((Outline outline) -> !CityCounts.arePublished(outline.code))
                        .thenComparing(Outline::code));
        for (int i = 1; i < outlines.size(); i++) {
            outlines.set(i, outlines.get(i).without(outlines.subList(0, i)));
        }
        return outlines;
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
        JsonNode properties = feature.get("properties");
        return new Outline(
                feature.get("id").asText(),
                properties.get("name").asText(),
                withoutLeftovers(UnaryUnionOp.union(parts)),
                position(properties.get("cp")));
    }

    private Outline without(List<Outline> others) {
        Geometry rest = shape;
        for (Outline other : others) {
            if (rest.intersects(other.shape)) {
                rest = OverlayNGRobust.overlay(rest, other.shape, OverlayNG.DIFFERENCE);
            }
        }
        return rest == shape ? this : new Outline(code, name, withoutLeftovers(rest), seat);
    }

    private static Geometry withoutLeftovers(Geometry repaired) {
        List<Polygon> kept = new ArrayList<>();
        for (int i = 0; i < repaired.getNumGeometries(); i++) {
            if (repaired.getGeometryN(i).getArea() >= SMALLEST_PART) {
                kept.add((Polygon) repaired.getGeometryN(i));
            }
        }
        return FACTORY.buildGeometry(kept);
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
