package org.weiwang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weiwang.access.Actor;
import org.weiwang.access.Role;
import org.weiwang.access.Secret;
import org.weiwang.access.Token;
import org.weiwang.access.TokenException;
import org.weiwang.demo.DemoCity;
import org.weiwang.store.Database;
import org.weiwang.store.JdbcTokenStore;

/**
 * All demo counties of Chengdu, in the database that {@link CityMaking} made: edition 1 of each is
 * in force, edition 2 is a draft.
 */
final class City implements AutoCloseable {
    static final Path DATA = Results.FOLDER.resolve("city-data");
    static final Path HANDED_OVER = Results.FOLDER.resolve("city");

    /** 双流区, 14,173 micro grids; its edition 3 is as its edition 2. */
    static final String LARGEST = "510116";

    /** 简阳市, 4,951 micro grids. */
    static final String COMPARED = "510185";

    static final Set<String> WITH_ADDRESSES = Set.of(LARGEST, COMPARED);

    private static final String POINTS =
            """
            SELECT district, ST_X(point), ST_Y(point) FROM (
                SELECT district, code, ST_PointOnSurface(geom) AS point FROM grid_in_force
                WHERE level = 'MICRO' ORDER BY md5(code) LIMIT ?) AS grid
            ORDER BY md5(code)
            """;

    private static final String MICRO_GRIDS =
            "SELECT count(*) FROM grid_in_force WHERE level = 'MICRO'";

    /**
     * Of publications for now: their moment is taken when no other publication can be made any
     * longer until they commit.
     */
    private static final String LOCKED_MILLIS =
            """
            SELECT 1000 * extract(epoch FROM pg_xact_commit_timestamp(xmin) - effective_from)
            FROM publication ORDER BY id DESC LIMIT ?
            """;

    private final Database database;

    private City(Database database) {
        this.database = database;
    }

    static City open() throws IOException {
        return new City(Database.open(Optional.empty(), DATA));
    }

    static List<String> districts() {
        return List.copyOf(DemoCity.codes());
    }

    /** How many editions the district has. */
    static int editions(String district) {
        return district.equals(LARGEST) ? 3 : 2;
    }

    /** A place to ask for. */
    record Place(String district, double lon, double lat) {}

    /** Each in a micro grid in force, all over the city, always the same ones in the same order. */
    List<Place> places(int count) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(POINTS)) {
            statement.setInt(1, count);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    places.add(new Place(row.getString(1), row.getDouble(2), row.getDouble(3)));
                }
            }
        }
        return places;
    }

    int microGrids() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(MICRO_GRIDS)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The secret of a new token that may publish. */
    String publisher() throws TokenException {
        String secret = Secret.make();
        Instant now = Instant.now();
        new JdbcTokenStore(database.dataSource())
                .create(
                        new Token("bench-" + now.getEpochSecond(), Role.PUBLISHER, now, null, null),
                        Secret.hash(secret),
                        Actor.commandLine());
        return secret;
    }

    /** From when on the database is started next. */
    void keepTimesOfCommits() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET track_commit_timestamp = on");
        }
    }

    /** How long each of the last publications, which were for now, kept all others waiting. */
    List<Double> lockedMillis(int last) throws SQLException {
        List<Double> millis = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(LOCKED_MILLIS)) {
            statement.setInt(1, last);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    millis.add(row.getDouble(1));
                }
            }
        }
        return millis;
    }

    Map<String, String> versions() throws SQLException {
        return DatabaseVersions.of(database.dataSource());
    }

    @Override
    public void close() {
        database.close();
    }
}
