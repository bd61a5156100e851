package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.store.postgres.ConnectionSettings;

@Tag("store")
class TestDatabaseTest {
    @Test
    void givesEachItsOwnDatabaseWithPostgis() throws SQLException {
        ConnectionSettings one = TestDatabase.fresh();
        ConnectionSettings other = TestDatabase.fresh();

        assertThat(
                        query(
                                one,
                                "CREATE TABLE t (); SELECT count(*) FROM pg_tables WHERE tablename = 't'"))
                .isEqualTo("1");
        assertThat(query(other, "SELECT count(*) FROM pg_tables WHERE tablename = 't'"))
                .isEqualTo("0");
        assertThat(query(other, "SELECT ST_AsText(ST_Point(103.5, 30.2))"))
                .isEqualTo("POINT(103.5 30.2)");
    }

    private static String query(ConnectionSettings settings, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            boolean isRow = statement.execute(sql);
            if (!isRow) {
                statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
