package org.weiwang.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real clusters in folders of their own, whichever database the other tests use. */
@Tag("store")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmbeddedPostgresTest {
    /** Computes without ever waiting, so it does not notice that its server has died. */
    private static final String ENDLESS = "DO $$BEGIN LOOP PERFORM 1; END LOOP; END$$";

    private static final int STARTS_KILLED = 6;
    private static final long LONGEST_START_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    /** A cluster for the tests to copy, which is much faster than to make one. */
    @TempDir static Path original;

    @TempDir Path temporary;

    @BeforeAll
    static void makeTheOriginal() throws IOException {
        EmbeddedPostgres.open(original.resolve("postgres")).close();
    }

    @Test
    void makesADatabaseWithPostgisAndKeepsItsData() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.open(home())) {
            assertThat(query(first, "SELECT ST_AsText(ST_Point(103.5, 30.2))"))
                    .isEqualTo("POINT(103.5 30.2)");
            assertThat(query(first, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(query(first, "SHOW data_checksums")).isEqualTo("on");
            assertThat(query(first, "SHOW fsync")).isEqualTo("on");
            assertThat(query(first, "SHOW log_timezone")).isEqualTo("UTC");
            execute(first, "CREATE TABLE kept AS SELECT '蒲江县' AS name");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.open(home())) {
            assertThat(query(second, "SELECT name FROM kept")).isEqualTo("蒲江县");
        }
    }

    @Test
    void isReachedWithThePasswordOnlyWhichIsKeptFromOthers() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(existing())) {
            ConnectionSettings connection = postgres.connection();
            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                            connection.url(), connection.user(), "guessed"))
                    .hasMessageContaining("password authentication failed");
            assertThat(connection.toString()).doesNotContain(connection.password());
            assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(List.of("cluster/password", "pg_service.conf"))
                    .extracting(home()::resolve)
                    .allSatisfy(
                            file ->
                                    assertThat(Files.getPosixFilePermissions(file))
                                            .isEqualTo(
                                                    PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void psqlFindsItByItsService() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(existing())) {
            execute(
                    postgres,
                    "CREATE SCHEMA weiwang; CREATE TABLE weiwang.here AS SELECT '网格' AS name");
            ProcessBuilder psql =
                    new ProcessBuilder("psql", "service=weiwang", "-XAtc", "SELECT name FROM here");
            psql.environment().put("PGSERVICEFILE", home().resolve("pg_service.conf").toString());
            psql.environment().put("PGCLIENTENCODING", "UTF8");
            Process process = psql.redirectErrorStream(true).start();
            assertThat(
                            new String(
                                            process.getInputStream().readAllBytes(),
                                            StandardCharsets.UTF_8)
                                    .strip())
                    .isEqualTo("网格");
        }
    }

    @Test
    void theLastUserStopsTheServer() throws Exception {
        try (ClusterUser other = ClusterUser.start(existing())) {
            other.awaitOpened();
            long server = server();
            try (EmbeddedPostgres joined = EmbeddedPostgres.open(home())) {
                assertThat(server()).isEqualTo(server);
                assertThat(query(joined, "SELECT 1")).isEqualTo("1");
            }
            assertThat(isAlive(server)).isTrue();
        }
        assertThat(serverFile()).doesNotExist();
    }

    @Test
    void theFirstUserLeavesTheServerToTheOther() throws Exception {
        ClusterUser other = ClusterUser.start(existing());
        other.awaitOpened();
        try (EmbeddedPostgres joined = EmbeddedPostgres.open(home())) {
            other.close();
            assertThat(query(joined, "SELECT 1")).isEqualTo("1");
        }
        assertThat(serverFile()).doesNotExist();
    }

    @Test
    void adoptsTheServerOfAKilledUser() throws Exception {
        ClusterUser other = ClusterUser.start(existing());
        other.awaitOpened();
        long server = server();
        other.kill();
        assertThat(isAlive(server)).isTrue();
        try (EmbeddedPostgres adopted = EmbeddedPostgres.open(home())) {
            assertThat(server()).isEqualTo(server);
            assertThat(query(adopted, "SELECT 1")).isEqualTo("1");
        }
        assertThat(serverFile()).doesNotExist();
    }

    @Test
    void recoversWhatWasCommittedWhenTheServerWasKilled() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(existing())) {
            execute(postgres, "CREATE TABLE n AS SELECT generate_series(1, 10000) AS i");
            try (Connection unfinished = connect(postgres);
                    Statement statement = unfinished.createStatement()) {
                unfinished.setAutoCommit(false);
                statement.execute("INSERT INTO n SELECT 0");
                kill(server());
                assertThatThrownBy(() -> statement.execute("INSERT INTO n SELECT 0"))
                        .isInstanceOf(SQLException.class);
            }
        }
        try (EmbeddedPostgres recovered = EmbeddedPostgres.open(home())) {
            assertThat(query(recovered, "SELECT count(*) FROM n")).isEqualTo("10000");
        }
    }

    @Test
    void clearsAwayWhatAKilledServerLeaves() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.open(existing());
        Thread loop = new Thread(() -> runForever(killed));
        loop.start();
        String busy = "SELECT pid FROM pg_stat_activity WHERE query = '" + ENDLESS + "'";
        while (query(killed, "SELECT EXISTS (" + busy + ")").equals("f")) {
            Thread.onSpinWait();
        }
        long worker = Long.parseLong(query(killed, busy));
        kill(server());
        assertThat(isAlive(worker)).isTrue();
        killed.close();

        // As when, after a restart of the machine, another program has the server's number.
        List<String> lines = new ArrayList<>(Files.readAllLines(serverFile()));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(serverFile(), lines);

        try (EmbeddedPostgres next = EmbeddedPostgres.open(home())) {
            assertThat(query(next, "SELECT 1")).isEqualTo("1");
        }
        // Killed; its number is free a little later.
        ProcessHandle.of(worker).ifPresent(it -> it.onExit().orTimeout(1, TimeUnit.MINUTES).join());
        loop.join();
    }

    /** The start that it began may go on without it, or be far enough for the next to join. */
    @Test
    void aStartWhoseProgramWasKilledStandsInNobodysWay() throws Exception {
        long seed = System.nanoTime();
        System.out.println("EmbeddedPostgresTest: seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        existing();
        for (int i = 0; i < STARTS_KILLED; i++) {
            ClusterUser other = ClusterUser.start(home());
            while (starts().isEmpty()) {
                Thread.onSpinWait();
            }
            LockSupport.parkNanos(random.nextLong(LONGEST_START_NANOS));
            other.kill();
            try (EmbeddedPostgres next = EmbeddedPostgres.open(home())) {
                assertThat(query(next, "SELECT 1")).as("seed %d", seed).isEqualTo("1");
            }
        }
    }

    @Test
    void redoesAnInitialisationThatWasKilled() throws Exception {
        Files.createDirectories(home());
        ClusterUser other = ClusterUser.start(home());
        while (unfinished().isEmpty()) {
            Thread.onSpinWait();
        }
        List<ProcessHandle> orphans = other.kill();
        assertThat(home().resolve("cluster")).doesNotExist();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(home())) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
        orphans.forEach(it -> it.onExit().join());
    }

    @Test
    void completesADatabaseWhoseMakingWasCutShort() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(existing())) {
            execute(postgres, "DROP EXTENSION postgis");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(home())) {
            assertThat(query(postgres, "SELECT count(*) FROM spatial_ref_sys WHERE srid = 4490"))
                    .isEqualTo("1");
        }
    }

    @Test
    void oneProcessOpensADirectoryOnce() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(existing())) {
            assertThatThrownBy(() -> EmbeddedPostgres.open(home()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("open already");
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhatToInstall() throws Exception {
        Path installations = Files.createDirectories(temporary.resolve("installed/13/bin"));
        assertThatThrownBy(
                        () -> EmbeddedPostgres.open(home(), installations.getParent().getParent()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("PostgreSQL 15 or newer with PostGIS is not installed")
                .hasMessageContaining("apt-get install postgresql-");
    }

    @Test
    void saysWhichVersionAnExistingClusterNeeds() throws Exception {
        Path data = Files.createDirectories(Cluster.dataIn(home()));
        Files.writeString(data.resolve("PG_VERSION"), "97\n");
        assertThatThrownBy(() -> EmbeddedPostgres.open(home()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("needs PostgreSQL 97 with PostGIS")
                .hasMessageContaining("apt-get install postgresql-97-postgis-3");
    }

    @Test
    void showsTheServersLogWhenItDoesNotStart() throws Exception {
        EmbeddedPostgres.open(existing()).close();
        Files.writeString(Cluster.dataIn(home()).resolve("postgresql.auto.conf"), "no_such = 1\n");
        assertThatThrownBy(() -> EmbeddedPostgres.open(home()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unrecognized configuration parameter \"no_such\"");
    }

    /** What was told of the cluster when it was started: pg_ctl, and the server. */
    private List<ProcessHandle> starts() {
        String data = Cluster.dataIn(home()).toString();
        return ProcessHandle.allProcesses()
                .filter(
                        it ->
                                it.info()
                                        .arguments()
                                        .filter(arguments -> List.of(arguments).contains(data))
                                        .isPresent())
                .toList();
    }

    private Path existing() throws Exception {
        Files.createDirectories(home().getParent());
        Process copy =
                new ProcessBuilder("cp", "-a", original + "/postgres", home().toString())
                        .inheritIO()
                        .start();
        assertThat(copy.waitFor()).isZero();
        return home();
    }

    private Path home() {
        return temporary.resolve("数据").resolve("postgres");
    }

    private Path serverFile() {
        return Cluster.dataIn(home()).resolve("postmaster.pid");
    }

    private long server() throws IOException {
        return Long.parseLong(Files.readAllLines(serverFile()).get(0));
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(home())) {
            return files.filter(it -> it.getFileName().toString().startsWith("unfinished"))
                    .toList();
        }
    }

    private static void runForever(EmbeddedPostgres postgres) {
        assertThatThrownBy(() -> execute(postgres, ENDLESS)).isInstanceOf(SQLException.class);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        ConnectionSettings settings = postgres.connection();
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
