package org.weiwang.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.feature.cql2.RandomFilters.Both;

/** Geometries by chance, with few whole numbers as coordinates. */
record RandomFigures(Random random) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Of a feature. */
    Geometry place() {
        int x = random.nextInt(4);
        int y = random.nextInt(4);
        return switch (random.nextInt(3)) {
            case 0 -> FACTORY.createPoint(new Coordinate(x, y));
            case 1 ->
                    FACTORY.createMultiLineString(
                            new LineString[] {
                                FACTORY.createLineString(
                                        new Coordinate[] {
                                            new Coordinate(x, y),
                                            new Coordinate(x + 1, y + random.nextInt(2))
                                        })
                            });
            default ->
                    FACTORY.createMultiPolygon(
                            new Polygon[] {
                                (Polygon)
                                        FACTORY.toGeometry(
                                                new Envelope(
                                                        x,
                                                        x + 1 + random.nextInt(2),
                                                        y,
                                                        y + 1 + random.nextInt(2)))
                            });
        };
    }

    /** Of a filter. */
    Both literal(boolean mayBeMixed) {
        int x = random.nextInt(4);
        int y = random.nextInt(4);
        int east = x + 1 + random.nextInt(2);
        int north = y + 1 + random.nextInt(2);
        return switch (random.nextInt(mayBeMixed ? 7 : 6)) {
            case 0 -> figure("Point", "(%d %d)", "[%d,%d]", x, y);
            case 1 ->
                    new Both(
                            "BBOX(%d,%d,%d,%d)".formatted(x, y, east, north),
                            "{\"bbox\":[%d,%d,%d,%d]}".formatted(x, y, east, north));
            case 2 ->
                    figure("LineString", "(%d %d, %d %d)", "[[%d,%d],[%d,%d]]", x, y, east, north);
            case 3 ->
                    figure("MultiPoint", "((%d %d), (%d %d))", "[[%d,%d],[%d,%d]]", x, y, east, y);
            case 4 ->
                    figure(
                            "Polygon",
                            "((%1$d %2$d,%3$d %2$d,%3$d %4$d,%1$d %4$d,%1$d %2$d))",
                            "[[[%1$d,%2$d],[%3$d,%2$d],[%3$d,%4$d],[%1$d,%4$d],[%1$d,%2$d]]]",
                            x,
                            y,
                            east,
                            north);
            case 5 ->
                    figure(
                            "MultiPolygon",
                            "(((%1$d %2$d,%3$d %2$d,%3$d %4$d,%1$d %2$d)))",
                            "[[[[%1$d,%2$d],[%3$d,%2$d],[%3$d,%4$d],[%1$d,%2$d]]]]",
                            x,
                            y,
                            east,
                            north);
            default -> collection();
        };
    }

    private Both collection() {
        List<Both> members = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Both member = literal(false);
            if (!member.text().startsWith("BBOX")) {
                members.add(member);
            }
        }
        members.add(figure("Point", "(%d %d)", "[%d,%d]", 9, 9));
        return new Both(
                members.stream()
                        .map(Both::text)
                        .collect(Collectors.joining(", ", "GEOMETRYCOLLECTION(", ")")),
                members.stream()
                        .map(Both::json)
                        .collect(
                                Collectors.joining(
                                        ",",
                                        "{\"type\":\"GeometryCollection\",\"geometries\":[",
                                        "]}")));
    }

    private static Both figure(String type, String wkt, String json, Object... numbers) {
        return new Both(
                type.toUpperCase(Locale.ROOT) + wkt.formatted(numbers),
                "{\"type\":\"" + type + "\",\"coordinates\":" + json.formatted(numbers) + "}");
    }
}
