package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import org.weiwang.address.Address;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionGrids;
import org.weiwang.edition.comparing.ComparisonStore;
import org.weiwang.edition.comparing.Subject;

/** Reads within one snapshot. */
final class JdbcComparisonReader implements ComparisonStore.Reader {
    private static final String SUBJECT =
            """
            SELECT district, number, EXISTS (
                SELECT FROM publication_standing
                WHERE edition = edition.id AND effective_from <= clock_timestamp())
            FROM edition WHERE id = ?
            """;

    private static final String ADDRESSES_IN_FORCE =
            "SELECT version FROM data_set_in_force WHERE district = ? AND name = 'address'";

    private static final String EACH_ADDRESS =
            """
            SELECT number, ST_X(geom), ST_Y(geom), households FROM %s
            WHERE data_set = ? ORDER BY number
            """;

    private static final String ADDRESSES =
            """
            SELECT number, text, households, ST_X(geom), ST_Y(geom) FROM %s
            WHERE data_set = ? AND number = ANY (?) ORDER BY number
            """;

    private final Connection connection;

    JdbcComparisonReader(Connection connection) {
        this.connection = connection;
    }

    @Override
    public UUID history() {
        try {
            return StoredHistory.id(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public Optional<Subject> subject(String edition) {
        List<Subject> found = new ArrayList<>();
        query(
                SUBJECT,
                row ->
                        found.add(
                                new Subject(
                                        new Edition(row.getString(1), row.getInt(2)),
                                        row.getBoolean(3))),
                edition);
        return found.stream().findFirst();
    }

    @Override
    public Optional<Long> addressesInForce(String district) {
        List<Long> found = new ArrayList<>();
        query(ADDRESSES_IN_FORCE, row -> found.add(row.getLong(1)), district);
        return found.stream().findFirst();
    }

    @Override
    public EditionGrids grids(Edition edition) {
        try {
            return new EditionGrids(
                    GridReader.district(connection, edition.id()),
                    GridReader.towns(connection, edition.id()),
                    GridReader.grids(connection, edition.id()));
        } catch (SQLException e) {
            throw new StoreException("reading the grids of edition " + edition.id(), e);
        }
    }

    @Override
    public void eachAddress(long dataSet, ComparisonStore.Located consumer) {
        queryAddresses(
                EACH_ADDRESS,
                dataSet,
                row ->
                        consumer.accept(
                                row.getInt(1), Sql.point(row, 2), row.getObject(4, Integer.class)));
    }

    @Override
    public void addresses(long dataSet, int[] numbers, ObjIntConsumer<Address> consumer) {
        queryAddresses(
                ADDRESSES,
                dataSet,
                row -> consumer.accept(Sql.address(row), row.getInt(1)),
                numbers);
    }

    private void queryAddresses(String sql, long dataSet, Sql.RowReader reader, Object... values) {
        try {
            List<Object> bound = new ArrayList<>(List.of(dataSet));
            bound.addAll(List.of(values));
            String source = Partition.ofAddresses(dataSet).source(connection);
            Sql.query(connection, sql.formatted(source), reader, bound.toArray());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void query(String sql, Sql.RowReader reader, Object... values) {
        try {
            Sql.query(connection, sql, reader, values);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static StoreException failure(SQLException e) {
        return new StoreException("reading editions to compare", e);
    }
}
