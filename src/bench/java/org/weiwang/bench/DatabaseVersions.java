package org.weiwang.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/** What a database server is made of. */
final class DatabaseVersions {
    private static final String VERSIONS =
            "SELECT current_setting('server_version'), postgis_lib_version(), postgis_geos_version()";

    private DatabaseVersions() {}

    /** By name. */
    static Map<String, String> of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(VERSIONS)) {
            row.next();
            return Map.of(
                    "PostgreSQL", row.getString(1),
                    "PostGIS", row.getString(2),
                    "GEOS of PostGIS", row.getString(3));
        }
    }
}
