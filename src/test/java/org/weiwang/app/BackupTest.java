package org.weiwang.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.PublishedDistrict;
import org.weiwang.ServedDemoCounty;
import org.weiwang.access.Role;
import org.weiwang.access.Secret;
import org.weiwang.access.Token;
import org.weiwang.atlas.Atlas;
import org.weiwang.circle.standard.Rule;
import org.weiwang.config.Settings;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.scenario.Heading;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.edition.scenario.ScenarioStore;
import org.weiwang.store.StoreException;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;
import org.weiwang.store.postgres.DumpProgram;

/** Backups, with a server running on the database that they are taken of and put into. */
@Tag("store")
class BackupTest {
    private static final List<String> QUESTIONS =
            List.of(
                    "/api/v1/lookup?lon=103.5101&lat=30.1961",
                    "/api/v1/lookup?address=%E4%B8%9C%E8%B7%AF1%E5%8F%B7",
                    "/api/v1/districts",
                    "/api/v1/grids/510999001001001001",
                    "/api/v1/grids/510999001001/addresses",
                    "/ogc/collections/micro-grids/items",
                    "/ogc/collections/outside-addresses/items");

    private static final String COMPARISON =
            "/api/v1/editions/510999-1/compare/510999-2?format=csv";

    private static final String WAITING_FOR_SCENARIOS =
            "SELECT pid FROM pg_locks"
                    + " WHERE NOT granted AND relation = 'weiwang.circle_scenario'::regclass";

    private static final String NO_PLAN = "{\"added\":[],\"moved\":[],\"closed\":[],\"roads\":[]}";

    private static final Pattern MICRO = Pattern.compile("\"micro\":\\{\"code\":\"(\\w+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    @TempDir private Path folder;
    private Path backup;
    private ConnectionSettings database;
    private Backend backend;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.fresh();
        backend = new Backend(settings());
        service = new Service(settings(), backend);
        service.start();
        backup = folder.resolve("weiwang.backup");
        new SmallHandOver(folder).write();
        publish();
    }

    @AfterEach
    void stop() {
        service.close();
        backend.close();
    }

    private Settings settings() {
        return ServedDemoCounty.settings(database);
    }

    @Test
    void anEmptyDatabaseAnswersAsTheOneThatWasBackedUp() throws Exception {
        publish();
        importing(false);
        List<String> before = answers();
        backend.backups().write(backup);
        stop();
        database = TestDatabase.fresh();
        backend = new Backend(settings());
        service = new Service(settings(), backend);
        service.start();
        service.keeper().await(first -> true);
        assertThat(backend.backups().isEmpty()).isTrue();
        backend.backups().restore(backup, ServedDemoCounty.TESTER);
        service.keeper().await(newer -> !newer.parts().isEmpty());
        assertThat(answers()).isEqualTo(before);
        assertThat(query("SELECT id FROM edition ORDER BY id"))
                .containsExactly("510999-1", "510999-2", "510999-3");
        assertThat(backend.backups().isEmpty()).isFalse();
    }

    @Test
    void aRunningServerShowsWhatIsPutInThePlaceOfWhatItShowed() throws Exception {
        List<String> before = answers();
        backend.backups().write(backup);
        change();
        assertThat(answers()).isNotEqualTo(before);
        long version = service.keeper().current().orElseThrow().version();
        backend.backups().restore(backup, ServedDemoCounty.TESTER);
        service.keeper().await(newer -> newer.version() > version);
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    @Timeout(60)
    void whatIsNumberedAlikeButIsOtherTakesThePlaceOfAllThatIsHeld() throws Exception {
        new SmallHandOver(folder).redrawn().write();
        publish();
        Atlas before = service.keeper().current().orElseThrow();
        assertThat(gridsInTheWest()).containsOnly("510999001001001001");
        assertThat(get(COMPARISON)).contains("RESHAPED,MICRO");
        writeOfAnotherHistory();
        backend.backups().restore(backup, ServedDemoCounty.TESTER);
        UUID history = before.history().id();
        Atlas after = service.keeper().await(newer -> !newer.history().id().equals(history));
        assertThat(numbers(after))
                .as("what tells parts apart otherwise")
                .isEqualTo(numbers(before));
        assertThat(gridsInTheWest()).containsOnly("510999001001001002");
        assertThat(get(COMPARISON)).doesNotContain("RESHAPED");
    }

    /** The same editions and data sets as here, but the two grids are in each other's place. */
    private void writeOfAnotherHistory() throws Exception {
        new SmallHandOver(folder).swapped().write();
        try (Backend other = new Backend(ServedDemoCounty.settings(TestDatabase.fresh()))) {
            for (int i = 0; i < 2; i++) {
                other.importer()
                        .run(ServedDemoCounty.request(SmallHandOver.DISTRICT, true, folder));
            }
            other.backups().write(backup);
        }
    }

    private static List<String> numbers(Atlas atlas) {
        return atlas.parts().stream()
                .map(part -> part.edition() + " " + new TreeMap<>(part.version().dataSets()))
                .toList();
    }

    /** Today's, and that of the first edition. */
    private List<String> gridsInTheWest() throws Exception {
        List<String> codes = new ArrayList<>();
        for (String asOf : List.of("", "&edition=510999-1")) {
            String answer = get("/api/v1/lookup?" + PublishedDistrict.WEST + asOf);
            codes.add(MICRO.matcher(answer).results().findFirst().orElseThrow().group(1));
        }
        return codes;
    }

    @Test
    void everyRestoreBeginsAnotherHistory() throws Exception {
        List<String> histories = new ArrayList<>(query("SELECT id FROM history"));
        backend.backups().write(backup);
        for (int i = 0; i < 2; i++) {
            backend.backups().restore(backup, ServedDemoCounty.TESTER);
            histories.addAll(query("SELECT id FROM history"));
        }
        assertThat(histories).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void afterwardsTheDatabaseIsAsUsableAndAsGuardedAsBefore() throws Exception {
        backend.backups().write(backup);
        change();
        List<String> numbered = query("SELECT max(version) FROM data_set");
        backend.backups().restore(backup, ServedDemoCounty.TESTER);
        publish();
        assertThat(query("SELECT count(*) FROM assignment_summary")).containsExactly("2");
        assertThat(query("SELECT min(version) FROM data_set WHERE edition = '510999-3'"))
                .as("neither numbers of editions nor versions of data sets are given again")
                .allSatisfy(v -> assertThat(Long.parseLong(v)).isGreaterThan(number(numbered)));
        for (String forbidden :
                List.of(
                        "DELETE FROM publication",
                        "TRUNCATE publication",
                        "UPDATE audit SET who = 'nobody'",
                        "TRUNCATE audit",
                        "DELETE FROM grid WHERE edition = '510999-1'",
                        "UPDATE edition SET number = 7 WHERE id = '510999-1'")) {
            assertThatThrownBy(() -> execute(forbidden))
                    .as(forbidden)
                    .hasMessageMatching("(?s).*(never change|is sealed).*");
        }
    }

    @Test
    void whatWasDoneSinceTheBackupStaysOnRecord() throws Exception {
        backend.backups().write(backup);
        change();
        List<String> record = query("SELECT action || ' ' || subject FROM audit ORDER BY id");
        backend.backups().restore(backup, ServedDemoCounty.TESTER);
        List<String> expected = new ArrayList<>(record);
        expected.add("BACKUP_RESTORED weiwang.backup");
        assertThat(query("SELECT action || ' ' || subject FROM audit ORDER BY id"))
                .isEqualTo(expected);
    }

    @Test
    void whatWasRevokedSinceTheBackupStaysRevoked() throws Exception {
        for (String name : List.of("desk", "gone")) {
            Token token = new Token(name, Role.PLANNER, Instant.now(), null, null);
            backend.tokens().create(token, Secret.hash(name), ServedDemoCounty.TESTER);
        }
        backend.backups().write(backup);
        backend.tokens().revoke("gone", ServedDemoCounty.TESTER);
        List<Token> before = backend.tokens().all();
        backend.backups().restore(backup, ServedDemoCounty.TESTER);
        assertThat(backend.tokens().all()).isEqualTo(before);
        assertThat(backend.tokens().notRevoked()).containsOnlyKeys(Secret.hash("desk"));
    }

    @Test
    void scenariosAreThoseOfTheBackupAndNoneIsNumberedAgain() throws Exception {
        ScenarioStore scenarios = backend.scenarios();
        KeptScenario kept = scenarios.keep(heading("甲"), NO_PLAN, ServedDemoCounty.TESTER);
        backend.backups().write(backup);
        Instant before = kept.entry().changed().at();
        KeptScenario changed =
                scenarios.replace(
                        kept.entry().id(), before, heading("乙"), NO_PLAN, ServedDemoCounty.TESTER);
        KeptScenario later = scenarios.keep(heading("丙"), NO_PLAN, ServedDemoCounty.TESTER);
        backend.backups().restore(backup, ServedDemoCounty.TESTER);
        assertThat(scenarios.find(kept.entry().id())).contains(kept);
        assertThat(scenarios.find(later.entry().id())).isEmpty();
        assertThatThrownBy(
                        () ->
                                scenarios.delete(
                                        kept.entry().id(),
                                        changed.entry().changed().at(),
                                        ServedDemoCounty.TESTER))
                .as("who saw what was undone")
                .isInstanceOf(ConflictException.class);
        assertThat(scenarios.keep(heading("丁"), NO_PLAN, ServedDemoCounty.TESTER).entry().id())
                .isGreaterThan(later.entry().id());
    }

    @Test
    @Timeout(60)
    void whoeverIsKeepingAScenarioIsWaitedFor() throws Exception {
        backend.backups().write(backup);
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE weiwang.circle_scenario IN SHARE ROW EXCLUSIVE MODE");
            Future<?> restoring = restoring();
            while (query(WAITING_FOR_SCENARIOS).isEmpty()) {
                assertThat(restoring.isDone()).isFalse();
            }
            statement.execute(
                    "INSERT INTO weiwang.audit (who, origin, action, subject)"
                            + " VALUES ('planner', 'here', 'SCENARIO_KEPT', '1 甲')");
            connection.commit();
            restoring.get();
        }
        assertThat(query("SELECT action FROM audit ORDER BY id"))
                .endsWith("SCENARIO_KEPT", "BACKUP_RESTORED");
    }

    private Future<?> restoring() {
        FutureTask<?> restoring =
                new FutureTask<>(
                        () -> {
                            backend.backups().restore(backup, ServedDemoCounty.TESTER);
                            return null;
                        });
        new Thread(restoring, "restore").start();
        return restoring;
    }

    private static Heading heading(String name) {
        return new Heading(name, "", "gb50180", "adult", Rule.TIME);
    }

    @Test
    void aBackupOfAnOlderVersionOfTheProgramIsBroughtUpToDate() throws Exception {
        String schema = "SELECT max(version::integer) FROM flyway_schema_history";
        List<String> current = query(schema);
        writeOfThirdSchema("");
        backend.backups().restore(backup, ServedDemoCounty.TESTER);
        assertThat(query(schema)).isEqualTo(current);
        assertThat(query("SELECT id FROM edition_in_force")).containsExactly("510998-1");
        assertThat(query("SELECT last FROM edition_number")).containsExactly("1");
        assertThat(backend.tokens().all()).isEmpty();
    }

    @Test
    void aBackupThatIsThereButCannotBeBroughtUpToDateIsSaidToBeThere() throws Exception {
        writeOfThirdSchema("ALTER TABLE weiwang.responder ADD COLUMN contact text");
        assertThatThrownBy(() -> backend.backups().restore(backup, ServedDemoCounty.TESTER))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is restored, but could not be brought up to date");
        assertThat(query("SELECT id FROM edition")).containsExactly("510998-1");
    }

    /** Writes a backup as the program did when its schema was the third. */
    private void writeOfThirdSchema(String change) throws Exception {
        ConnectionSettings old = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(old.url(), old.user(), old.password())
                .schemas("weiwang")
                .initSql("SET search_path TO weiwang, public")
                .target("3")
                .load()
                .migrate();
        try (Connection connection = connect(old);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO edition (id, district, district_name, number, state)
                    VALUES ('510998-1', '510998', '邻县', 1, 'SEALED');
                    INSERT INTO publication (edition, effective_from, published_at, published_by)
                    VALUES ('510998-1', '2026-01-01 00:00Z', '2026-01-01 00:00Z', 'me');
                    """
                            + change);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (ResultSet snapshot =
                    statement.executeQuery(
                            "SELECT pg_export_snapshot(), current_setting('server_version_num')")) {
                snapshot.next();
                DumpProgram.of(old, snapshot.getInt(2) / 10_000)
                        .dump("weiwang", snapshot.getString(1), backup);
            }
        }
    }

    @Test
    void aBackupThatWasCutShortChangesNothing() throws Exception {
        backend.backups().write(backup);
        change();
        List<String> before = answers();
        List<String> record = query("SELECT id FROM audit");
        byte[] whole = Files.readAllBytes(backup);
        for (double part : new double[] {0.999, 0.9, 0.5, 0.01}) {
            Files.write(backup, Arrays.copyOf(whole, (int) (whole.length * part)));
            assertThatThrownBy(() -> backend.backups().restore(backup, ServedDemoCounty.TESTER))
                    .as("%s of it", part)
                    .isInstanceOf(IOException.class);
            assertThat(answers()).isEqualTo(before);
        }
        assertThat(query("SELECT id FROM audit")).isEqualTo(record);
    }

    @Test
    void whatIsNoBackupIsRefused() throws Exception {
        Files.writeString(backup, "lon,lat\n");
        assertThatThrownBy(() -> backend.backups().restore(backup, ServedDemoCounty.TESTER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not appear to be a valid archive");
    }

    @Test
    void aBackupOfANewerVersionOfTheProgramIsRefused() throws Exception {
        execute(
                """
                INSERT INTO flyway_schema_history
                SELECT 1000, '1000', 'future', type, script, checksum, installed_by, installed_on,
                    execution_time, success
                FROM flyway_schema_history WHERE version = '1'
                """);
        backend.backups().write(backup);
        execute("DELETE FROM flyway_schema_history WHERE version = '1000'");
        List<String> before = answers();
        assertThatThrownBy(() -> backend.backups().restore(backup, ServedDemoCounty.TESTER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("newer version of this program: of schema 1000");
        assertThat(answers()).isEqualTo(before);
    }

    /** Brings one address more, with a new edition. */
    private void change() throws Exception {
        Path addresses = folder.resolve("addresses.csv");
        Files.writeString(addresses, Files.readString(addresses) + "东路2号,103.5102,30.1962,7\n");
        publish();
    }

    private void publish() throws Exception {
        importing(true);
        long version = number(query("SELECT 2 * atlas_version_at(clock_timestamp())"));
        service.keeper().await(newer -> newer.version() >= version);
    }

    private void importing(boolean publish) throws Exception {
        backend.importer().run(ServedDemoCounty.request(SmallHandOver.DISTRICT, publish, folder));
    }

    private List<String> answers() throws Exception {
        List<String> answers = new ArrayList<>();
        for (String question : QUESTIONS) {
            answers.add(
                    get(question)
                            .replace(service.uri().toString(), "")
                            .replaceAll("\"timeStamp\":\"[^\"]*\"", ""));
        }
        return answers;
    }

    private String get(String path) throws Exception {
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(service.uri().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
        return response.body();
    }

    private static long number(List<String> one) {
        return Long.parseLong(one.get(0));
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(ConnectionSettings database) throws SQLException {
        Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.setSchema("weiwang");
        return connection;
    }
}
