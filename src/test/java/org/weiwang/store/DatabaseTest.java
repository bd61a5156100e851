package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
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
                    "UPDATE weiwang.publication SET published_by = 'you'",
                    "TRUNCATE weiwang.publication",
                    "UPDATE weiwang.audit SET who = 'you'",
                    "DELETE FROM weiwang.audit",
                    "TRUNCATE weiwang.audit"
                }) {
            assertThatThrownBy(() -> execute(change)).as(change).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void addressesOfTheFirstSchemaAreKeptAndNumbered() throws SQLException, IOException {
        Flyway.configure()
                .dataSource(server.url(), server.user(), server.password())
                .schemas("weiwang")
                .initSql("SET search_path TO weiwang, public")
                .target("1")
                .load()
                .migrate();
        execute(
                """
                INSERT INTO weiwang.data_set (district, name, in_force)
                VALUES ('510999', 'address', true), ('510998', 'address', true)
                """);
        execute(
                """
                INSERT INTO weiwang.address VALUES
                (1, '东路1号', 12, 'SRID=4326;POINT(103.5 30.1)'), (2, '西路1号', NULL, NULL),
                (1, '东路2号', 3, NULL), (9, '没有的', 1, NULL)
                """);
        Database.open(Optional.of(server), Path.of("target")).close();
        assertThat(
                        query(
                                """
                                SELECT concat_ws(' ', data_set, number, text, households, ST_X(geom))
                                FROM weiwang.address ORDER BY data_set, number
                                """))
                .containsExactly("1 1 东路1号 12 103.5", "1 2 东路2号 3", "2 1 西路1号");
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

    private List<String> query(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
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
