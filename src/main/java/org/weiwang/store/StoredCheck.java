package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.edition.Edition;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.Rows;
import org.weiwang.edition.checking.EditionCheck;
import org.weiwang.edition.checking.Sentence;
import org.weiwang.edition.checking.Subject;
import org.weiwang.geo.Ewkb;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;
import org.weiwang.grid.check.Finding;

/** Checks an edition and keeps what is found beside it, in the connection's transaction. */
final class StoredCheck implements Subject {
    /** Within this of the district's communities, those of others count; in degrees, some 100 m. */
    private static final double AROUND = 0.001;

    private static final double MILLIMETRES = 1_000;
    private static final double TENTHS = 10;

    private static final String NEIGHBOURS =
            """
            SELECT grid.edition, ST_AsBinary(grid.geom)
            FROM edition_in_force_at(?) AS other
            JOIN grid ON grid.edition = other.id AND grid.level = 'COMMUNITY'
            WHERE other.district <> ? AND grid.geom && (
                SELECT ST_Expand(ST_Extent(geom)::geometry, ?) FROM grid
                WHERE edition = ? AND level = 'COMMUNITY')
            ORDER BY grid.edition, grid.code
            """;

    private static final String ADDRESSES =
            """
            SELECT ST_X(geom), ST_Y(geom) FROM %s
            WHERE data_set = ? AND geom IS NOT NULL ORDER BY number
            """;

    private static final String ADD_DATA_SET =
            "INSERT INTO data_set (district, name, edition) VALUES (?, 'finding', ?) RETURNING version";

    private static final Target FINDING =
            new Target(
                    "finding",
                    "data_set, number, kind, severity, level, grids, sentence, sentence_en, width,"
                            + " square_metres, count, detail, geom, area");

    private final Connection connection;
    private final Awaited awaited;
    private final String inForce;

    private StoredCheck(Connection connection, Awaited awaited) throws SQLException {
        this.connection = connection;
        this.awaited = awaited;
        this.inForce =
                Publishing.inForceAt(connection, awaited.edition().district(), awaited.moment());
    }

    /** Takes the place of what was found before. */
    static List<Finding> run(Connection connection, Edition edition) throws SQLException {
        Awaited awaited = new Awaited(edition, Sql.moment(connection));
        List<Finding> findings = EditionCheck.check(new StoredCheck(connection, awaited));
        Leftovers.removeFindingsOf(connection, edition);
        long version = Sql.number(connection, ADD_DATA_SET, edition.district(), edition.id());
        try {
            FINDING.copy(
                    connection,
                    Rows.of(findings),
                    (row, finding) ->
                            row.number(version)
                                    .integer(row.rows())
                                    .text(finding.kind().name())
                                    .text(finding.kind().severity().name())
                                    .text(finding.level() == null ? null : finding.level().name())
                                    .text(String.join(",", finding.grids()))
                                    .text(Sentence.chinese(finding))
                                    .text(Sentence.english(finding))
                                    .real(rounded(finding.width(), MILLIMETRES))
                                    .real(rounded(finding.squareMetres(), TENTHS))
                                    .numberOrNull(finding.count())
                                    .text(finding.detail())
                                    .geometry(Wgs84.point(finding.at()))
                                    .geometry(finding.area()));
        } catch (ImportException e) {
            throw new IllegalStateException(e);
        }
        return findings;
    }

    /** Nobody measures finer, and digits beyond that are in the way of reading. */
    private static Double rounded(Double value, double parts) {
        return value == null ? null : (Double) (Math.round(value * parts) / parts);
    }

    @Override
    public List<Grid> rows() {
        return read(() -> GridReader.rows(connection, awaited.edition().id()));
    }

    @Override
    public Map<String, List<MultiPolygon>> neighbours() {
        return read(
                () -> {
                    Map<String, List<MultiPolygon>> found = new LinkedHashMap<>();
                    Sql.query(
                            connection,
                            NEIGHBOURS,
                            row ->
                                    found.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                                            .add((MultiPolygon) Ewkb.decode(row.getBytes(2))),
                            awaited.moment(),
                            awaited.edition().district(),
                            AROUND,
                            awaited.edition().id());
                    return found;
                });
    }

    @Override
    public List<Grid> inForce() {
        return inForce == null || inForce.equals(awaited.edition().id())
                ? List.of()
                : read(() -> GridReader.grids(connection, inForce));
    }

    @Override
    public void eachAddress(Consumer<LonLat> taker) {
        read(
                () -> {
                    long dataSet = awaited.addresses(connection);
                    if (dataSet != 0) {
                        Sql.query(
                                connection,
                                ADDRESSES.formatted(
                                        Partition.ofAddresses(dataSet).source(connection)),
                                row -> taker.accept(Sql.point(row, 1)),
                                dataSet);
                    }
                    return dataSet;
                });
    }

    @FunctionalInterface
    private interface Reading<R> {
        R read() throws SQLException;
    }

    private <R> R read(Reading<R> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new StoreException("checking edition " + awaited.edition().id(), e);
        }
    }
}
