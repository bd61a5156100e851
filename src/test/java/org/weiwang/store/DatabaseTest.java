package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.atlas.Atlas;
import org.weiwang.store.postgres.ConnectionSettings;

@Tag("store")
class DatabaseTest {
    private final ConnectionSettings server = TestDatabase.fresh();

    @Test
    void postgisMayLieInAnySchema() throws SQLException, IOException {
        execute("DROP EXTENSION postgis");
        execute("CREATE SCHEMA \"Of GIS\"");
        execute("CREATE EXTENSION postgis SCHEMA \"Of GIS\"");
        try (Database database = Database.open(Optional.of(server), Path.of("target"))) {
            Atlas atlas = new JdbcAtlasSource(database.dataSource()).load(null);
            assertThat(atlas.parts()).isEmpty();
        }
    }

    @Test
    void aSealedEditionAndThePublicationsNeverChange() throws SQLException, IOException {
        Database.open(Optional.of(server), Path.of("target")).close();
        execute(
                """
                INSERT INTO weiwang.edition (id, district, district_name, number, state)
                VALUES ('510999-1', '510999', '试验县', 1, 'DRAFT')
                """);
        execute("INSERT INTO weiwang.town VALUES ('510999-1', '510999001', '城关镇')");
        execute("UPDATE weiwang.town SET name = '新镇'");
        execute("UPDATE weiwang.edition SET state = 'SEALED'");
        execute("INSERT INTO weiwang.publication VALUES (DEFAULT, '510999-1', now(), now(), 'me')");
        for (String change :
                new String[] {
                    "UPDATE weiwang.town SET name = '旧镇'",
                    "DELETE FROM weiwang.town",
                    "UPDATE weiwang.edition SET state = 'DRAFT'",
                    "DELETE FROM weiwang.publication",
                    "UPDATE weiwang.publication SET published_by = 'you'"
                }) {
            assertThatThrownBy(() -> execute(change)).as(change).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aServerThatCannotBeReachedIsNamedWithoutItsPassword() {
        ConnectionSettings nowhere =
                new ConnectionSettings("jdbc:postgresql://127.0.0.1:1/x", "me", "hunter2");
        assertThatThrownBy(() -> Database.open(Optional.of(nowhere), Path.of("target")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("me at jdbc:postgresql://127.0.0.1:1/x")
                .hasMessageNotContaining("hunter2");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
