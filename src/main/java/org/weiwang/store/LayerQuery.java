package org.weiwang.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.edition.layer.Selection;
import org.weiwang.feature.Row;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.Ewkb;

/** What is asked of one part of a layer. */
final class LayerQuery {
    private static final String FROM =
            """
             FROM (SELECT ?::text AS district, ?::text AS edition, ?::bigint AS data_set) AS source
            """;

    private static final String SUMMARY =
            "SELECT %s FROM assignment_summary WHERE edition = ? AND data_set = ?";

    private static final String EXTENT =
            """
            SELECT ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)
            FROM (%s) AS whole WHERE box IS NOT NULL
            """;

    private final LayerTable table;
    private final LayerPart part;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    LayerQuery(LayerTable table, LayerPart part) {
        this.table = table;
        this.part = part;
        values.add(part.district());
        values.add(part.edition().id());
        values.add(part.dataSet());
    }

    LayerQuery matching(Selection selection) {
        // Each part of the area by itself, since the index knows the box around it alone.
        List<Geometry> areas = selection.areas().toList();
        if (!areas.isEmpty()) {
            conditions.add(
                    areas.stream()
                            .map(area -> "ST_Intersects(%s, ST_GeomFromEWKB(?))")
                            .map(test -> test.formatted(table.columns().geometry()))
                            .collect(Collectors.joining(" OR ", "(", ")")));
            areas.forEach(area -> values.add(Ewkb.encode(area)));
        }
        if (selection.filter() != null) {
            Cql2Sql.Clause clause = Cql2Sql.of(selection.filter(), table.columns());
            conditions.add(clause.sql());
            values.addAll(clause.values());
        }
        return this;
    }

    LayerQuery after(Object key) {
        return where(table.key() + " > ?", key);
    }

    LayerQuery exactly(Object key) {
        return where(table.key() + " = ?", key);
    }

    private LayerQuery where(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
        return this;
    }

    /** The first of them, in the order of their keys. */
    List<Row> rows(Connection connection, int limit) throws SQLException {
        String columns =
                "%s, ST_AsBinary(%s), %s"
                        .formatted(
                                table.key(),
                                table.columns().geometry(),
                                String.join(", ", table.columns().values()));
        List<Object> bound = new ArrayList<>(values);
        bound.add(limit);
        List<Row> rows = new ArrayList<>();
        Sql.query(
                connection,
                select(connection, columns) + " ORDER BY " + table.key() + " LIMIT ?",
                row -> rows.add(row(row)),
                bound.toArray());
        return rows;
    }

    private Row row(ResultSet row) throws SQLException {
        byte[] geometry = row.getBytes(2);
        Object[] found = new Object[table.columns().values().size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = row.getObject(i + 3);
        }
        return new StoredRow(
                table.id(part, row.getObject(1)),
                geometry == null ? null : Ewkb.decode(geometry),
                found);
    }

    /** How many there are. Of all it is on record, unless they were never placed. */
    long count(Connection connection) throws SQLException {
        if (conditions.isEmpty() && table.summary().isPresent()) {
            long[] counted = {-1};
            Sql.query(
                    connection,
                    SUMMARY.formatted(table.summary().get()),
                    row -> counted[0] = row.getLong(1),
                    part.edition().id(),
                    part.dataSet());
            if (counted[0] >= 0) {
                return counted[0];
            }
        }
        return Sql.number(connection, select(connection, "count(*)"), values.toArray());
    }

    /** The box around them; empty where there are none. */
    Optional<Bbox> extent(Connection connection) throws SQLException {
        List<Bbox> boxes = new ArrayList<>();
        Sql.query(
                connection,
                EXTENT.formatted(
                        select(connection, "ST_Extent(" + table.columns().geometry() + ") AS box")),
                row ->
                        boxes.add(
                                new Bbox(
                                        row.getDouble(1),
                                        row.getDouble(2),
                                        row.getDouble(3),
                                        row.getDouble(4))),
                values.toArray());
        return boxes.stream().findFirst();
    }

    private String select(Connection connection, String columns) throws SQLException {
        return "SELECT "
                + columns
                + FROM
                + table.joins(connection, part)
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
    }
}
