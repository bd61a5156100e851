package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weiwang.edition.AddressId;
import org.weiwang.edition.Assignments.OutsideAddress;
import org.weiwang.geo.Bbox;

/** Reads the addresses in force that lie in no micro or dedicated grid. */
final class OutsideReader {
    private static final String OUTSIDE =
            """
            SELECT address.number, text, households, ST_X(geom), ST_Y(geom)
            FROM assignment
            JOIN address
                ON address.data_set = assignment.data_set AND address.number = assignment.address
            WHERE assignment.edition = ? AND assignment.data_set = ? AND outcome = 'OUTSIDE'
            """;

    private static final String AFTER = " AND assignment.address > ? ";

    private static final String THIS = " AND assignment.address = ? ";

    /** The operator works with single precision, which is why the comparisons follow. */
    private static final String WITHIN =
            """
             AND geom && ST_MakeEnvelope(?, ?, ?, ?, 4326)
             AND ST_Y(geom) BETWEEN ? AND ?
             AND (ST_X(geom) >= ? AND ST_X(geom) <= ? OR ? AND (ST_X(geom) >= ? OR ST_X(geom) <= ?))
            """;

    private static final String FIRST = " ORDER BY assignment.address LIMIT ?";

    private static final double WORLD_EAST = 180;

    private OutsideReader() {}

    /** How many there are in all. */
    static long total(List<PairInForce> pairs) {
        return pairs.stream().filter(PairInForce::isPlaced).mapToLong(PairInForce::outside).sum();
    }

    /**
     * The first of those that follow, by id.
     *
     * @param pairs ordered by data set
     * @param box null for everywhere
     */
    static List<OutsideAddress> page(
            Connection connection, List<PairInForce> pairs, Bbox box, AddressId after, int limit)
            throws SQLException {
        List<OutsideAddress> page = new ArrayList<>();
        for (PairInForce pair : pairs) {
            int lacking = limit - page.size();
            if (pair.dataSet() >= after.dataSet() && lacking > 0) {
                page.addAll(page(connection, pair, box, after, lacking));
            }
        }
        return page;
    }

    private static List<OutsideAddress> page(
            Connection connection, PairInForce pair, Bbox box, AddressId after, int limit)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        values.add(pair.edition().id());
        values.add(pair.dataSet());
        values.add(pair.dataSet() == after.dataSet() ? after.number() : 0);
        if (box != null) {
            boolean crossing = box.west() > box.east();
            values.addAll(
                    List.of(
                            crossing ? -WORLD_EAST : box.west(),
                            box.south(),
                            crossing ? WORLD_EAST : box.east(),
                            box.north(),
                            box.south(),
                            box.north(),
                            box.west(),
                            box.east(),
                            crossing,
                            box.west(),
                            box.east()));
        }
        values.add(limit);
        return read(
                connection,
                pair,
                OUTSIDE + AFTER + (box == null ? "" : WITHIN) + FIRST,
                values.toArray());
    }

    /** The one of this id, if it lies outside. */
    static Optional<OutsideAddress> one(
            Connection connection, List<PairInForce> pairs, AddressId id) throws SQLException {
        for (PairInForce pair : pairs) {
            if (pair.dataSet() == id.dataSet()) {
                return read(
                                connection,
                                pair,
                                OUTSIDE + THIS,
                                pair.edition().id(),
                                pair.dataSet(),
                                id.number())
                        .stream()
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static List<OutsideAddress> read(
            Connection connection, PairInForce pair, String sql, Object... values)
            throws SQLException {
        List<OutsideAddress> found = new ArrayList<>();
        Sql.query(
                connection,
                sql,
                row ->
                        found.add(
                                new OutsideAddress(
                                        new AddressId(pair.dataSet(), row.getInt(1)),
                                        Sql.address(row),
                                        pair.edition())),
                values);
        return found;
    }
}
