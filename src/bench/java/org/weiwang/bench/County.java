package org.weiwang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.atlas.AtlasSource;
import org.weiwang.store.Database;
import org.weiwang.store.JdbcAtlasSource;

/** The demo county 简阳, in force in a database that script/bench made for the benchmarks. */
final class County implements AutoCloseable {
    private static final String POINTS =
            """
            SELECT ST_X(geom) || ' ' || ST_Y(geom)
            FROM address
            WHERE data_set IN (SELECT version FROM data_set_in_force WHERE name = 'address')
                AND geom IS NOT NULL
            ORDER BY text, 1
            """;

    private static final long SEED = 1;
    private static final Path DATA = Results.FOLDER.resolve("data");

    private final Database database;

    private County(Database database) {
        this.database = database;
    }

    /** Its database server has more memory than one for a map needs, as one for analyses has. */
    static County open() throws IOException, SQLException {
        try (County county = new County(database())) {
            county.execute("ALTER SYSTEM SET shared_buffers = '1GB'");
            county.execute("ALTER SYSTEM SET max_wal_size = '4GB'");
        }
        return new County(database());
    }

    private static Database database() throws IOException {
        return Database.open(Optional.empty(), DATA);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For statements of minutes, and for more who wait than a server of ours would let. */
    DataSource dataSource() {
        return database.forLongWork();
    }

    AtlasSource atlasSource() {
        return new JdbcAtlasSource(
                dataSource(), dataSource(), new AddressBooks(DATA.resolve("addresses")));
    }

    /** Where its addresses are, each as {@code lon lat}, shuffled with a fixed seed. */
    List<String> points() throws SQLException {
        List<String> points = new ArrayList<>();
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(POINTS)) {
            while (rows.next()) {
                points.add(rows.getString(1));
            }
        }
        Collections.shuffle(points, new Random(SEED));
        return points;
    }

    Map<String, String> versions() throws SQLException {
        return DatabaseVersions.of(dataSource());
    }

    @Override
    public void close() {
        database.close();
    }
}
