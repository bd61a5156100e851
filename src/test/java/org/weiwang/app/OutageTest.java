package org.weiwang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.config.Settings;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.store.postgres.FailingServer;

/** The database stops, or hangs, and comes back, while many threads read over HTTP. */
@Tag("store")
class OutageTest {
    private static final String ADDRESSES = "/api/v1/grids/510999001001/addresses";
    private static final List<String> IN_FORCE =
            List.of(
                    "/api/v1/lookup?lon=103.5101&lat=30.1961",
                    "/ogc/collections/micro-grids/items",
                    "/api/v1/districts",
                    "/api/v1/grids/510999001001001001");
    private static final int READERS = 4;

    /** More than may wait for a connection, so that some are told at once. */
    private static final int ASKING = 24;

    /** A request in an outage is answered within this; one that the hang met, too. */
    private static final Duration LIMIT = Duration.ofSeconds(14);

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    @TempDir private Path folder;
    private FailingServer database;
    private Backend backend;
    private Service service;
    private volatile boolean over;

    @BeforeEach
    void start() throws Exception {
        database = FailingServer.open(folder.resolve("postgres"));
        Settings settings = ServedDemoCounty.settings(database.connection());
        backend = new Backend(settings);
        new SmallHandOver(folder).write();
        backend.importer().run(ServedDemoCounty.request(SmallHandOver.DISTRICT, true, folder));
        service = new Service(settings, backend);
        service.start();
        service.keeper().await(first -> !first.parts().isEmpty());
    }

    @AfterEach
    void stop() throws Exception {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        service.close();
        backend.close();
        database.close();
    }

    @Test
    @Timeout(120)
    void readsOfWhatIsInForceGoOnWhileTheDatabaseIsStopped() throws Exception {
        read();
        database.stop();
        assertUnavailable();
        awaitReads(400);
        database.start();
        assertBack();
    }

    @Test
    @Timeout(120)
    void readsOfWhatIsInForceGoOnWhileTheDatabaseHangs() throws Exception {
        read();
        database.hang();
        try {
            assertUnavailable();
            awaitReads(400);
        } finally {
            database.goOn();
        }
        assertBack();
    }

    @Test
    @Timeout(120)
    void theProgramsOwnDatabaseIsStartedAgainWhenItIsKilled() throws Exception {
        stop();
        Path data = folder.resolve("own");
        Settings own =
                new Settings(
                        0,
                        data,
                        Optional.empty(),
                        Optional.empty(),
                        Settings.Batch.DEFAULT,
                        Settings.UPLOAD_MEBIBYTES,
                        Settings.Network.DEFAULT,
                        Optional.empty(),
                        Settings.Circle.DEFAULT,
                        Settings.SLOW_MILLIS,
                        Map.of());
        backend = new Backend(own);
        backend.importer().run(ServedDemoCounty.request(SmallHandOver.DISTRICT, true, folder));
        service = new Service(own, backend);
        service.start();
        service.keeper().await(first -> !first.parts().isEmpty());
        over = false;
        read();
        Path pidFile = data.resolve("postgres/cluster/data/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        while (fetch(ADDRESSES).statusCode() == 200) {
            Thread.onSpinWait();
        }
        awaitReads(100);
        answers.computeIfAbsent(ADDRESSES + ": 503, Retry-After 5", key -> new LongAdder());
        assertBack();
    }

    /** Readers that go on until the end. */
    private void read() {
        for (int i = 0; i < READERS; i++) {
            String path = IN_FORCE.get(i % IN_FORCE.size());
            begin(
                    () -> {
                        while (!over) {
                            count(path, answer(path));
                        }
                    });
        }
    }

    /** Many ask for what is stored: all are told that it can't be had, and soon. */
    private void assertUnavailable() throws InterruptedException {
        List<Thread> asking = new ArrayList<>();
        for (int i = 0; i < ASKING; i++) {
            asking.add(begin(() -> count(ADDRESSES, answer(ADDRESSES))));
        }
        for (Thread thread : asking) {
            thread.join();
        }
        assertThat(answers.keySet()).contains(ADDRESSES + ": 503, Retry-After 5");
        assertThat(count(ADDRESSES + ": 503, Retry-After 5")).isEqualTo(ASKING);
    }

    /** The stored addresses are there again, and no read of what is in force has failed. */
    private void assertBack() throws Exception {
        while (fetch(ADDRESSES).statusCode() != 200) {
            Thread.onSpinWait();
        }
        long before = service.keeper().current().orElseThrow().version();
        backend.importer().run(ServedDemoCounty.request(SmallHandOver.DISTRICT, true, folder));
        service.keeper().await(newer -> newer.version() > before);
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        for (String path : IN_FORCE) {
            assertThat(count(path + ": 200")).as(path).isPositive();
        }
        assertThat(answers.keySet()).as("all answers").hasSize(IN_FORCE.size() + 1);
    }

    private void awaitReads(int more) {
        long until = reads() + more;
        while (reads() < until) {
            Thread.onSpinWait();
        }
    }

    private long reads() {
        return IN_FORCE.stream().mapToLong(path -> count(path + ": 200")).sum();
    }

    private long count(String answer) {
        LongAdder adder = answers.get(answer);
        return adder == null ? 0 : adder.sum();
    }

    private void count(String path, String answer) {
        answers.computeIfAbsent(path + ": " + answer, key -> new LongAdder()).increment();
    }

    private String answer(String path) {
        try {
            HttpResponse<String> response = fetch(path);
            String retry = response.headers().firstValue("Retry-After").orElse("");
            return response.statusCode() + (retry.isEmpty() ? "" : ", Retry-After " + retry);
        } catch (Exception e) {
            return e.toString();
        }
    }

    private HttpResponse<String> fetch(String path) throws Exception {
        URI uri = service.uri().resolve(path);
        return client.send(
                HttpRequest.newBuilder(uri).timeout(LIMIT).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Thread begin(Runnable work) {
        Thread thread = new Thread(work);
        threads.add(thread);
        thread.start();
        return thread;
    }
}
