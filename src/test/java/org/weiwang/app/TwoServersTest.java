package org.weiwang.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.PublishedDistrict.WEST;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.PublishedDistrict;
import org.weiwang.ServedDemoCounty;
import org.weiwang.atlas.Atlas;
import org.weiwang.config.Settings;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Servers;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** Two servers on one database, while editions come into force. */
@Tag("store")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoServersTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final String LISTENING =
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'weiwang signals'
            """;

    /** What loading a part waits for, and nothing else that a server does. */
    private static final String KEEP_FROM_LOADING = "LOCK TABLE weiwang.address";

    @TempDir private Path folder;
    private final List<Backend> backends = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private PublishedDistrict district;
    private Edition first;
    private Edition second;

    @BeforeEach
    @Timeout(60)
    void start() throws Exception {
        ConnectionSettings database = TestDatabase.fresh();
        Settings settings = ServedDemoCounty.settings(database);
        for (int i = 0; i < 2; i++) {
            backends.add(new Backend(settings));
            services.add(new Service(settings, backends.get(i)));
        }
        district = new PublishedDistrict(database, backends.get(0), folder);
        first = district.draft();
        second = district.draft();
        district.publish(first, "now");
        for (Service service : services) {
            service.start();
            service.keeper().await(atlas -> answers(atlas, first));
        }
        awaitQuery(LISTENING, "2");
        awaitQuery("SELECT count(*) FROM weiwang.server", "2");
    }

    @AfterEach
    void stop() {
        services.forEach(Service::close);
        backends.forEach(Backend::close);
    }

    @Test
    void bothSwapSoonAfterAPublication() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Edition next = i % 2 == 0 ? second : first;
            assertThat(backends.get(1).servers().prepare(next, LONG)).isEqualTo(Servers.Late.NONE);
            district.publish(next, "now");
            long committed = System.nanoTime();
            awaitBoth(next);
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - committed));
            backends.get(1).servers().over(next);
            for (Service service : services) {
                assertThat(get(service, "/api/v1/lookup?" + WEST)).contains(naming(next));
            }
        }
        System.out.println("Swapped on both servers after ms: " + millis);
    }

    @Test
    void whatIsPreparedIsTakenOverWithoutLoading() throws Exception {
        assertThat(backends.get(0).servers().prepare(second, LONG)).isEqualTo(Servers.Late.NONE);
        try (Connection locking = district.connect()) {
            keepFromLoading(locking);
            district.publish(second, "now");
            awaitBoth(second);
        }
    }

    @Test
    void oneThatIsNotPreparedSaysSoAndGoesOnNamingTheEditionBefore() throws Exception {
        try (Connection locking = district.connect()) {
            keepFromLoading(locking);
            assertThat(backends.get(0).servers().prepare(second, SHORT).notPrepared()).hasSize(2);
            backends.get(0).servers().over(second);
            district.publish(second, "now");
            for (Service service : services) {
                HttpResponse<String> behind = awaitReadiness(service, "behind");
                assertThat(behind.statusCode()).isEqualTo(503);
                assertThat(behind.body())
                        .contains("\"editions\":[\"510999-1\"]", "\"inForce\":[\"510999-2\"]");
                assertThat(get(service, "/api/v1/lookup?" + WEST)).contains(naming(first));
            }
        }
        awaitBoth(second);
        for (Service service : services) {
            HttpResponse<String> ready = awaitReadiness(service, "ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body())
                    .contains("\"editions\":[\"510999-2\"]")
                    .doesNotContain("inForce", "since");
        }
    }

    @Test
    void aNotificationThatWasLostIsMadeUpForByLookingAgain() throws Exception {
        district.publishSilently(second);
        awaitBoth(second);
    }

    @Test
    void aConnectionThatListensAndIsCutComesBack() throws Exception {
        String cut =
                """
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'weiwang signals'
                """;
        assertThat(query(cut)).isEqualTo("2");
        district.publish(second, "now");
        awaitBoth(second);
        awaitQuery(LISTENING, "2");
        assertThat(backends.get(0).servers().prepare(first, LONG)).isEqualTo(Servers.Late.NONE);
    }

    @Test
    void aScheduledPublicationIsPreparedAheadAndTakesEffectAtItsTime() throws Exception {
        district.publish(second, query("SELECT clock_timestamp() + interval '4 seconds'"));
        for (Service service : services) {
            assertThat(get(service, "/api/v1/lookup?" + WEST)).contains(naming(first));
        }
        awaitQuery("SELECT count(*) FROM weiwang.server WHERE prepared = '{510999-2}'", "2");
        try (Connection locking = district.connect()) {
            keepFromLoading(locking);
            awaitBoth(second);
        }
        String late =
                query(
                        """
                        SELECT extract(epoch FROM clock_timestamp() - max(effective_from)) * 1000
                        FROM weiwang.publication
                        """);
        System.out.println("Swapped on both servers after the scheduled time, ms: " + late);
        assertThat(Double.parseDouble(late)).isPositive();
    }

    @Test
    void whatIsNoLongerToBePreparedIsLetGo() throws Exception {
        String prepared = "SELECT count(*) FROM weiwang.server WHERE prepared <> '{}'";
        assertThat(backends.get(0).servers().prepare(second, LONG)).isEqualTo(Servers.Late.NONE);
        assertThat(query(prepared)).isEqualTo("2");
        backends.get(0).servers().over(second);
        awaitQuery(prepared, "0");
    }

    @Test
    void onlyServersThatLiveAreWaitedFor() throws Exception {
        query(
                """
                INSERT INTO weiwang.server (name, seen_at, atlas_version) VALUES
                    ('dead', clock_timestamp() - interval '11 seconds', 1),
                    ('long dead', clock_timestamp() - interval '31 seconds', 1),
                    ('stuck', clock_timestamp() + interval '1 hour', 1)
                RETURNING name
                """);
        assertThat(backends.get(0).servers().prepare(second, SHORT).notPrepared())
                .contains("stuck")
                .doesNotContain("dead", "long dead");
        query("DELETE FROM weiwang.server WHERE name = 'stuck' RETURNING name");
        assertThat(backends.get(0).servers().prepare(second, LONG)).isEqualTo(Servers.Late.NONE);
        awaitQuery("SELECT count(*) FROM weiwang.server WHERE name = 'long dead'", "0");
    }

    @Test
    void aServerThatStopsLeavesTheList() throws Exception {
        services.remove(1).close();
        assertThat(query("SELECT count(*) FROM weiwang.server")).isEqualTo("1");
    }

    private static boolean answers(Atlas atlas, Edition edition) {
        return atlas.editions().contains(edition);
    }

    private void awaitBoth(Edition edition) throws InterruptedException {
        for (Service service : services) {
            service.keeper().await(atlas -> answers(atlas, edition));
        }
    }

    private static String naming(Edition edition) {
        return "\"edition\":\"" + edition.id() + "\"";
    }

    private static void keepFromLoading(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(KEEP_FROM_LOADING);
        }
    }

    private static HttpResponse<String> awaitReadiness(Service service, String status)
            throws Exception {
        HttpResponse<String> answer = fetch(service, "/health/ready");
        while (!answer.body().contains("\"status\":\"" + status + "\"")) {
            answer = fetch(service, "/health/ready");
        }
        return answer;
    }

    /** Until the first column of the last row is this. */
    private void awaitQuery(String sql, String expected) throws SQLException {
        try (Connection connection = district.connect();
                Statement statement = connection.createStatement()) {
            while (!expected.equals(last(statement, sql))) {
                Thread.onSpinWait();
            }
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = district.connect();
                Statement statement = connection.createStatement()) {
            return last(statement, sql);
        }
    }

    private static String last(Statement statement, String sql) throws SQLException {
        String last = null;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                last = rows.getString(1);
            }
        }
        return last;
    }

    private static String get(Service service, String path) throws Exception {
        HttpResponse<String> answer = fetch(service, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> fetch(Service service, String path) throws Exception {
        URI uri = service.uri().resolve(path);
        return CLIENT.send(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
