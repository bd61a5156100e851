package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.address.Address;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.Placed;
import org.weiwang.edition.Rows;
import org.weiwang.edition.importing.Importer;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.geo.LonLat;

/** The addresses of the small district from import to import: which are placed, kept, removed. */
@Tag("store")
class StoredAddressesTest {
    private static final String IN_FORCE =
            "SELECT edition, text, outcome, micro FROM address_in_force ORDER BY id";

    private static final String PARTS =
            """
            SELECT relid::regclass FROM pg_partition_tree('%s') WHERE isleaf ORDER BY 1
            """;

    private static final String WEST = "510999001001001001";

    @TempDir private Path folder;
    private Database database;
    private JdbcEditionStore store;
    private Importer importer;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(Optional.of(TestDatabase.fresh()), Path.of("target"));
        store = new JdbcEditionStore(database.dataSource(), database.forLongWork(), Duration.ZERO);
        importer = new Importer(store);
        new SmallHandOver(folder).write();
        addresses("东路1号,103.5101,30.1961,12", "远路1号,104.5,30.1961,1", "无名路1号,,,3");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theReportAndTheSummarySayHowTheAddressesWerePlaced() throws Exception {
        Placed expected = new Placed(1, 0, 1, 1);
        assertThat(importing(true).placed()).isEqualTo(expected);
        assertThat(
                        query(
                                """
                                SELECT edition, inside, on_boundary, outside, no_location
                                FROM assignment_summary
                                """))
                .containsExactly("510999-1 1 0 1 1");
        assertThat(query("SELECT report->'placed'->>'outside' FROM edition")).containsExactly("1");
        assertThat(query(IN_FORCE))
                .containsExactly(
                        "510999-1 东路1号 INSIDE " + WEST,
                        "510999-1 远路1号 OUTSIDE null",
                        "510999-1 无名路1号 NO_LOCATION null");
    }

    @Test
    void aDraftIsPreparedBesideWhatIsInForce() throws Exception {
        importing(true);
        List<String> before = query(IN_FORCE);
        addresses("西路1号,103.5101,30.1961,12");
        assertThat(importing(false).placed()).isEqualTo(new Placed(1, 0, 0, 0));
        assertThat(query(IN_FORCE)).isEqualTo(before);
        assertThat(query("SELECT edition, count(*) FROM assignment GROUP BY edition ORDER BY 1"))
                .containsExactly("510999-1 3", "510999-2 1");
    }

    @Test
    void aDraftWithoutAddressesIsPreparedWithThoseInForce() throws Exception {
        importing(true);
        Files.delete(folder.resolve("addresses.csv"));
        assertThat(importing(false).placed()).isEqualTo(new Placed(1, 0, 1, 1));
        assertThat(importing(true).placed()).isEqualTo(new Placed(1, 0, 1, 1));
        assertThat(query(IN_FORCE)).hasSize(3).allMatch(row -> row.startsWith("510999-3 "));
    }

    @Test
    void addressesAloneArePlacedInTheEditionInForce() throws Exception {
        importing(true);
        ImportReport report = addressesAlone("西路1号,103.5101,30.1961,12");
        assertThat(report.placed()).isEqualTo(new Placed(1, 0, 0, 0));
        assertThat(query(IN_FORCE)).containsExactly("510999-1 西路1号 INSIDE " + WEST);
    }

    @Test
    void addressesAloneArePlacedInTheDraftsThatWillHaveThem() throws Exception {
        importing(true);
        addresses("南路1号,103.5101,30.1961,12", "南路2号,,,1");
        importing(false);
        Files.delete(folder.resolve("addresses.csv"));
        importing(false);
        addressesAlone("西路1号,103.5101,30.1961,12");
        assertThat(query("SELECT edition, count(*) FROM assignment GROUP BY edition ORDER BY 1"))
                .containsExactly("510999-1 1", "510999-2 2", "510999-3 1");
        Files.delete(folder.resolve("addresses.csv"));
        importing(true);
        assertThat(query(IN_FORCE)).containsExactly("510999-4 西路1号 INSIDE " + WEST);
    }

    @Test
    void whatCannotComeBackIsRemovedAndItsSummaryStays() throws Exception {
        importing(true);
        addressesAlone("西路1号,103.5101,30.1961,12");
        importing(true);
        assertThat(query("SELECT name, edition FROM data_set ORDER BY version"))
                .as("edition 1 could be published again, with the addresses that came alone")
                .containsExactly(
                        "responder 510999-1",
                        "finding 510999-1",
                        "address null",
                        "address 510999-2",
                        "responder 510999-2",
                        "finding 510999-2");
        assertThat(query(PARTS.formatted("address"))).hasSize(2);
        assertThat(query(PARTS.formatted("assignment"))).hasSize(1);
        assertThat(query("SELECT count(*) FROM responder")).containsExactly("2");
        assertThat(query("SELECT edition FROM assignment_summary ORDER BY data_set"))
                .containsExactly("510999-1", "510999-1", "510999-2");
    }

    @Test
    void whatCouldNotBeRemovedIsRemovedTheNextTime() throws Exception {
        importing(true);
        try (Connection reader = database.dataSource().getConnection()) {
            reader.setAutoCommit(false);
            read(reader, IN_FORCE);
            addressesAlone("西路1号,103.5101,30.1961,12");
            assertThat(query(PARTS.formatted("address"))).hasSize(2);
            assertThat(query(IN_FORCE)).hasSize(1);
        }
        addressesAlone("西路2号,103.5101,30.1961,12");
        assertThat(query(PARTS.formatted("address"))).hasSize(1);
        assertThat(query(PARTS.formatted("assignment"))).hasSize(1);
    }

    @Test
    void readersAreNotKeptWaitingWhileAnImportIsOpen() throws Exception {
        importing(true);
        List<String> before = query(IN_FORCE);
        store.importing(
                SmallHandOver.DISTRICT,
                transaction -> {
                    transaction.addAddresses(
                            Rows.of(
                                    List.of(
                                            new Address(
                                                    "西路1号", new LonLat(103.5101, 30.1961), 1))));
                    assertThat(readAtOnce()).isEqualTo(before);
                    assertThat(transaction.prepare()).contains(new Placed(1, 0, 0, 0));
                    assertThat(readAtOnce()).isEqualTo(before);
                    transaction.putInForce(ServedDemoCounty.TESTER);
                    assertThat(readAtOnce()).isEqualTo(before);
                    return null;
                });
        assertThat(query(IN_FORCE)).hasSize(1);
    }

    @Test
    void whatWasPreparedIsNotPlacedAgain() throws Exception {
        importing(true);
        store.importing(
                SmallHandOver.DISTRICT,
                transaction -> {
                    assertThat(transaction.prepare()).isEmpty();
                    return null;
                });
    }

    @Test
    void importsOfTwoDistrictsDoNotWaitForOneAnotherWhileTheyPlace() throws Exception {
        importing(true);
        store.importing(
                SmallHandOver.DISTRICT,
                transaction -> {
                    transaction.addAddresses(Rows.of(List.of(new Address("西路1号", null, null))));
                    String attach =
                            """
                            BEGIN;
                            SET LOCAL lock_timeout = '2s';
                            CREATE TABLE address_0 (LIKE address);
                            ALTER TABLE address ATTACH PARTITION address_0 FOR VALUES IN (0);
                            ROLLBACK
                            """;
                    assertThat(queryUnchecked(attach)).isEmpty();
                    return null;
                });
    }

    private ImportReport importing(boolean publish) throws Exception {
        return importer.run(ServedDemoCounty.request(SmallHandOver.DISTRICT, publish, folder));
    }

    private ImportReport addressesAlone(String... lines) throws Exception {
        addresses(lines);
        return importer.run(
                ServedDemoCounty.request(
                        SmallHandOver.DISTRICT, false, folder.resolve("addresses.csv")));
    }

    private void addresses(String... lines) throws Exception {
        Files.writeString(
                folder.resolve("addresses.csv"), "文本,经度,纬度,户数\n" + String.join("\n", lines) + "\n");
    }

    /** What a reader sees who gives up rather than wait for a lock. */
    private List<String> readAtOnce() {
        return queryUnchecked("BEGIN; SET LOCAL lock_timeout = '500ms'; " + IN_FORCE + "; COMMIT");
    }

    private List<String> queryUnchecked(String sql) {
        try {
            return query(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return read(connection, sql);
        }
    }

    private static List<String> read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            boolean isRows = statement.execute(sql);
            while (isRows || statement.getUpdateCount() >= 0) {
                if (isRows) {
                    ResultSet row = statement.getResultSet();
                    while (row.next()) {
                        List<String> values = new ArrayList<>();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            values.add(row.getString(i));
                        }
                        rows.add(String.join(" ", values));
                    }
                }
                isRows = statement.getMoreResults();
            }
            return rows;
        }
    }
}
