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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.weiwang.address.index.AddressBooks;
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
            Atlas atlas =
                    new JdbcAtlasSource(
                                    database.dataSource(),
                                    database.forLoading(),
                                    new AddressBooks(Path.of("target", "addresses")))
                            .load(List.of());
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
        execute(
                """
                INSERT INTO weiwang.audit (who, origin, action, subject)
                VALUES ('me', 'here', 'EDITION_PUBLISHED', '510999-1')
                """);
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
        migrateTo("1");
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
    void whatWasInForceIsAfterTheDataSetsFollowTheEditions() throws SQLException, IOException {
        migrateTo("3");
        execute(
                """
                SET search_path TO weiwang, public;
                INSERT INTO edition (id, district, district_name, number, state) VALUES
                ('510999-1', '510999', '试验县', 1, 'SEALED'),
                ('510999-2', '510999', '试验县', 2, 'SEALED'),
                ('510999-3', '510999', '试验县', 3, 'DRAFT');
                INSERT INTO publication (edition, effective_from, published_at, published_by) VALUES
                ('510999-1', '2026-01-01 00:00Z', '2026-01-01 00:00Z', 'me'),
                ('510999-2', '2026-03-01 00:00Z', '2026-03-01 00:00Z', 'me');
                INSERT INTO data_set (district, name, edition, imported_at, in_force) VALUES
                ('510999', 'address', '510999-1', '2025-12-31 00:00Z', false),
                ('510999', 'address', NULL, '2026-02-01 00:00Z', false),
                ('510999', 'address', '510999-2', '2026-02-28 00:00Z', true),
                ('510999', 'responder', '510999-1', '2025-12-31 00:00Z', false),
                ('510999', 'responder', NULL, '2025-12-31 23:59Z', true),
                ('510999', 'facility', '510999-1', '2025-12-31 00:00Z', true),
                ('510999', 'address', '510999-3', '2026-04-01 00:00Z', false);
                CREATE TABLE address_3 PARTITION OF address FOR VALUES IN (3);
                INSERT INTO address VALUES (3, 1, '西路1号', 1, NULL)
                """);
        try (Database database = Database.open(Optional.of(server), Path.of("target"));
                Connection connection = database.dataSource().getConnection()) {
            assertThat(
                            query(
                                    """
                                    SELECT concat_ws(' ', district, name, version)
                                    FROM weiwang.data_set_in_force ORDER BY name
                                    """))
                    .containsExactly("510999 address 3", "510999 facility 6", "510999 responder 5");
            assertThat(query("SELECT edition || text FROM weiwang.address_in_force"))
                    .containsExactly("510999-2西路1号");
            assertThat(query("SELECT id FROM weiwang.edition_in_force"))
                    .containsExactly("510999-2");
            assertThat(query("SELECT last FROM weiwang.edition_number")).containsExactly("3");
            connection.setAutoCommit(false);
            new Leftovers(Duration.ZERO).remove(connection);
            assertThat(query("SELECT version FROM weiwang.data_set ORDER BY version"))
                    .as("without what came alone before something else did, and what it replaced")
                    .containsExactly("1", "3", "5", "6", "7");
        }
    }

    @Test
    void viewsUponTheViewOfCirclesOutliveAnUpgrade() throws SQLException, IOException {
        migrateTo("12");
        execute("CREATE VIEW walks AS SELECT id, code, minutes FROM weiwang.circle_in_force");
        execute("GRANT SELECT ON weiwang.circle_in_force TO public");
        Database.open(Optional.of(server), Path.of("target")).close();
        assertThat(query("SELECT count(*) FROM walks")).containsExactly("0");
        assertThat(
                        query(
                                """
                                SELECT privilege_type FROM information_schema.table_privileges
                                WHERE table_name = 'circle_in_force' AND grantee = 'PUBLIC'
                                """))
                .containsExactly("SELECT");
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

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(server.url(), server.user(), server.password())
                .schemas("weiwang")
                .initSql("SET search_path TO weiwang, public")
                .target(version)
                .load()
                .migrate();
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
