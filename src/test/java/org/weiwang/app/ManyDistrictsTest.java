package org.weiwang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
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

/** All districts of a served city change at one moment. */
@Tag("store")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyDistrictsTest {
    private static final int DISTRICTS = 6;
    private static final String READINESS = "/health/ready";
    private static final String GRIDS = "/ogc/collections/micro-grids/items?limit=1";
    private static final String PREPARED =
            "SELECT coalesce(max(cardinality(prepared)), 0) FROM weiwang.server";

    private static final String SCHEDULED =
            "SELECT floor(1000 * extract(epoch FROM max(effective_from))) FROM weiwang.publication";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<PublishedDistrict> districts = new ArrayList<>();
    private final List<Edition> first = new ArrayList<>();
    private final List<Edition> second = new ArrayList<>();
    @TempDir private Path folder;
    private Backend backend;
    private Service service;

    @BeforeEach
    @Timeout(60)
    void start() throws Exception {
        ConnectionSettings database = TestDatabase.fresh();
        Settings settings = ServedDemoCounty.settings(database);
        backend = new Backend(settings);
        service = new Service(settings, backend);
        for (int i = 0; i < DISTRICTS; i++) {
            String code = "51090" + i;
            PublishedDistrict district =
                    new PublishedDistrict(database, backend, folder.resolve(code), code, i);
            districts.add(district);
            first.add(district.draft());
            second.add(district.draft());
            district.publish(first.get(i), "now");
        }
        service.start();
        service.keeper().await(atlas -> atlas.editions().equals(first));
    }

    @AfterEach
    void stop() {
        service.close();
        backend.close();
    }

    @Test
    void allSwapAtOnceToWhatIsHeldReadyAndTheServerIsNeverBehind() throws Exception {
        schedule("8 seconds");
        awaitPrepared(DISTRICTS);
        try (Connection locking = districts.get(0).connect();
                Statement statement = locking.createStatement();
                Reader reader = new Reader()) {
            locking.setAutoCommit(false);
            statement.execute("LOCK TABLE weiwang.address"); // What loading a part waits for.
            Atlas next = service.keeper().await(atlas -> !atlas.editions().equals(first));
            long late = next.madeAt().toEpochMilli() - Long.parseLong(query(SCHEDULED));
            System.out.println("All districts swapped after the scheduled time, ms: " + late);
            assertThat(late).isBetween(0L, 1_000L);
            reader.awaitMore(20);
            assertThat(reader.answers.keySet())
                    .as("no answer of some districts' old and others' new editions")
                    .containsExactlyInAnyOrder(
                            READINESS + " ready",
                            GRIDS + " " + ids(first),
                            GRIDS + " " + ids(second));
        }
    }

    @Test
    void whatIsPublishedByHandIsHeldReadyBesideWhatIsScheduled() throws Exception {
        schedule("5 minutes");
        awaitPrepared(DISTRICTS);
        Edition third = districts.get(0).draft();
        assertThat(backend.servers().prepare(third, Duration.ofSeconds(30)))
                .isEqualTo(Servers.Late.NONE);
        awaitPrepared(DISTRICTS + 1);
        districts.get(0).publish(third, "now");
        service.keeper().await(atlas -> atlas.editions().contains(third));
        backend.servers().over(third);
        awaitPrepared(DISTRICTS);
    }

    @Test
    void whatTakesEffectAfterSomethingElseIsHeldReadyToo() throws Exception {
        schedule("5 minutes");
        awaitPrepared(DISTRICTS);
        Edition third = districts.get(0).draft();
        districts.get(0).publish(third, momentIn("4 minutes"));
        awaitPrepared(DISTRICTS + 1);
    }

    private void schedule(String in) throws SQLException {
        String moment = momentIn(in);
        for (int i = 0; i < DISTRICTS; i++) {
            districts.get(i).publish(second.get(i), moment);
        }
    }

    private String momentIn(String interval) throws SQLException {
        return query("SELECT clock_timestamp() + interval '" + interval + "'");
    }

    /** Until the server has told that it holds the parts of so many editions. */
    private void awaitPrepared(int editions) throws SQLException {
        try (Connection connection = districts.get(0).connect();
                Statement statement = connection.createStatement()) {
            while (!only(statement, PREPARED).equals("" + editions)) {
                Thread.onSpinWait();
            }
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = districts.get(0).connect();
                Statement statement = connection.createStatement()) {
            return only(statement, sql);
        }
    }

    private static String only(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String ids(List<Edition> editions) {
        return editions.stream().map(Edition::id).collect(Collectors.joining(","));
    }

    /** Asks for the readiness and for grids, again and again. */
    private final class Reader implements AutoCloseable {
        private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
        private final LongAdder rounds = new LongAdder();
        private final CompletableFuture<Void> reading = CompletableFuture.runAsync(this::read);
        private volatile boolean over;

        private void read() {
            while (!over) {
                count(READINESS, fetch(READINESS).body().split("\"")[3]);
                count(GRIDS, fetch(GRIDS).headers().firstValue("Weiwang-Editions").orElse("none"));
                rounds.increment();
            }
        }

        private void count(String path, String answer) {
            answers.computeIfAbsent(path + " " + answer, any -> new LongAdder()).increment();
        }

        private HttpResponse<String> fetch(String path) {
            try {
                return client.send(
                        HttpRequest.newBuilder(service.uri().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void awaitMore(int more) {
            long until = rounds.sum() + more;
            while (rounds.sum() < until && !reading.isDone()) {
                Thread.onSpinWait();
            }
        }

        /** Fails when reading has. */
        @Override
        public void close() {
            over = true;
            reading.join();
        }
    }
}
