package org.weiwang.geo.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * GeoPackages from others: databases of SQLite that are opened for reading only and trusted with
 * nothing. What their schema names is read where it is a table; views and virtual tables, which
 * compute what they hold, are refused, and triggers never run.
 */
public final class GeoPackages {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(US_ASCII);
    private static final int MOST_TABLES = 1_000;

    private static final String FEATURE_TABLES =
            """
            SELECT table_name FROM gpkg_contents JOIN gpkg_geometry_columns USING (table_name)
            WHERE data_type = 'features' AND length(table_name) < 1000
            ORDER BY table_name LIMIT ?
            """;

    /** As SQLite has understood the schema, whatever its text says. */
    private static final String KIND =
            """
            SELECT type FROM pragma_table_list
            WHERE schema = 'main' AND name = ? COLLATE NOCASE
            """;

    private GeoPackages() {}

    /**
     * The names of the tables that hold features.
     *
     * @throws IOException when the file is no GeoPackage that can be read, naming it
     */
    public static List<String> featureTables(Path file) throws IOException {
        try (Connection connection = open(file)) {
            requireTable(file, connection, "gpkg_contents");
            if (kind(connection, "gpkg_geometry_columns").isEmpty()) {
                return List.of(); // One of images.
            }
            requireTable(file, connection, "gpkg_geometry_columns");
            List<String> names = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(FEATURE_TABLES)) {
                query.setInt(1, MOST_TABLES + 1);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
            }
            if (names.size() > MOST_TABLES) {
                throw new FeatureFileException(
                        file, "has more than " + MOST_TABLES + " tables of features");
            }
            return names;
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    /** For reading, and nothing that it says is run. */
    static Connection open(Path file) throws IOException, SQLException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new FeatureFileException(file, "is no GeoPackage: it is not of SQLite");
            }
        }
        for (String open : List.of("-wal", "-journal")) {
            Path beside = file.resolveSibling(file.getFileName() + open);
            if (Files.exists(beside) && Files.size(beside) > 0) {
                throw new FeatureFileException(
                        file,
                        "was not closed: %s has changes that it lacks"
                                .formatted(beside.getFileName()));
            }
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "0");
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(Bounds.RECORD_BYTES));
        config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
        // Immutable: neither a lock nor a journal is made beside it, whoever may write there.
        Connection connection =
                config.createConnection(
                        "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1");
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA query_only = ON");
            statement.execute("PRAGMA cell_size_check = ON");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    static void requireTable(Path file, Connection connection, String name)
            throws FeatureFileException, SQLException {
        Optional<String> kind = kind(connection, name);
        if (kind.isEmpty()) {
            throw new FeatureFileException(file, "has no table " + name);
        }
        if (!kind.get().equals("table")) {
            throw new FeatureFileException(
                    file,
                    "has something else (%s) in place of the table %s".formatted(kind.get(), name));
        }
    }

    private static Optional<String> kind(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(KIND)) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    static FeatureFileException unreadable(Path file, SQLException e) {
        return new FeatureFileException(file, "can't be read as a GeoPackage: " + why(e), e);
    }

    /** Without the driver's code. */
    static String why(SQLException e) {
        return e.getMessage().replaceFirst("^\\[[A-Z_]+] *", "");
    }
}
