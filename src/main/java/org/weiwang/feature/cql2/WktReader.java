package org.weiwang.feature.cql2;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.feature.cql2.Token.Kind;

/** Reads the geometries of a filter in text form; heights are left. */
final class WktReader {
    private static final Set<String> TYPES =
            Set.of(
                    "POINT",
                    "LINESTRING",
                    "POLYGON",
                    "MULTIPOINT",
                    "MULTILINESTRING",
                    "MULTIPOLYGON",
                    "GEOMETRYCOLLECTION");

    private final TextCursor cursor;

    WktReader(TextCursor cursor) {
        this.cursor = cursor;
    }

    /** Whether a geometry begins where the cursor is. */
    boolean isNext() {
        Token word = cursor.peek();
        return word.kind() == Kind.NAME
                && TYPES.contains(word.text().toUpperCase(Locale.ROOT))
                && (cursor.peekSecond().is("(") || cursor.peekSecond().isWord("Z"));
    }

    Geometry read() throws Cql2Exception {
        Token word = cursor.take();
        cursor.takeIfWord("Z");
        Figures figures = new Figures(word.place());
        return switch (word.text().toUpperCase(Locale.ROOT)) {
            case "POINT" -> figures.point(pointText());
            case "LINESTRING" -> figures.line(positions());
            case "POLYGON" -> figures.polygon(lines());
            case "MULTIPOINT" ->
                    figures.together(figures.all(cursor.list(this::pointText), figures::point));
            case "MULTILINESTRING" -> figures.together(figures.all(lines(), figures::line));
            case "MULTIPOLYGON" ->
                    figures.together(figures.all(cursor.list(this::lines), figures::polygon));
            default -> figures.together(cursor.list(this::member));
        };
    }

    private Geometry member() throws Cql2Exception {
        if (!isNext() || cursor.peek().isWord("GEOMETRYCOLLECTION")) {
            throw cursor.unexpected("a geometry other than a collection");
        }
        return read();
    }

    private List<List<Coordinate>> lines() throws Cql2Exception {
        return cursor.list(this::positions);
    }

    private List<Coordinate> positions() throws Cql2Exception {
        return cursor.list(this::position);
    }

    private Coordinate pointText() throws Cql2Exception {
        cursor.expect("(");
        Coordinate position = position();
        cursor.expect(")");
        return position;
    }

    private Coordinate position() throws Cql2Exception {
        double x = cursor.expectNumber().value().doubleValue();
        double y = cursor.expectNumber().value().doubleValue();
        if (!cursor.peek().is(",") && !cursor.peek().is(")")) {
            cursor.expectNumber();
        }
        return new Coordinate(x, y);
    }
}
