package org.weiwang.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.PublishedDistrict.WEST;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.PublishedDistrict;
import org.weiwang.ServedDemoCounty;
import org.weiwang.config.Settings;
import org.weiwang.edition.Edition;
import org.weiwang.store.postgres.StoppablePostgres;

/** A database that is stopped and started under a server that is being read from. */
@Tag("store")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatabaseOutageTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir private Path folder;
    private StoppablePostgres postgres;
    private Backend backend;
    private Service service;
    private PublishedDistrict district;
    private Edition second;

    @BeforeEach
    @Timeout(60)
    void start() throws Exception {
        postgres = new StoppablePostgres(folder.resolve("postgres"));
        Settings settings = ServedDemoCounty.settings(postgres.connection());
        backend = new Backend(settings);
        service = new Service(settings, backend);
        district = new PublishedDistrict(postgres.connection(), backend, folder);
        Edition first = district.draft();
        second = district.draft();
        Edition third = district.draft();
        Edition fourth = district.draft();
        district.publish(third, "2023-01-01");
        district.publish(fourth, "2024-01-01");
        district.publish(first, "now");
        service.start();
        service.keeper().await(atlas -> atlas.editions().contains(first));
    }

    @AfterEach
    void stop() {
        service.close();
        backend.close();
        postgres.close();
    }

    @Test
    void whatIsInForceIsReadThroughAnOutageAndAllComesBack() throws Exception {
        assertThat(fetch("/api/v1/lookup?datetime=2023-02-01&" + WEST).body()).contains("510999-3");
        try (Reader reader = new Reader()) {
            postgres.stop();
            HttpResponse<String> degraded = awaitReadiness("degraded");
            assertThat(degraded.statusCode()).isEqualTo(200);
            assertThat(degraded.body()).contains("\"since\":\"20", "\"editions\":[\"510999-1\"]");
            assertPastIsThereIfItWasAskedFor();
            reader.awaitReads(100);
            postgres.start();
            assertThat(awaitReadiness("ready").body()).doesNotContain("since");
            district.publish(second, "now");
            service.keeper().await(atlas -> atlas.editions().contains(second));
            reader.awaitReads(100);
            assertThat(reader.failures).hasValue(0);
            System.out.println("Reads through the outage, all answered: " + reader.reads);
        }
        assertThat(fetch("/api/v1/lookup?datetime=2024-02-01&" + WEST).body()).contains("510999-4");
    }

    private void assertPastIsThereIfItWasAskedFor() throws Exception {
        assertThat(fetch("/api/v1/lookup?datetime=2023-03-01&" + WEST).body()).contains("510999-3");
        HttpResponse<String> unknown = fetch("/api/v1/lookup?datetime=2024-03-01&" + WEST);
        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(unknown.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void aPublicationThatNobodyHeardOfIsSeenWhenTheDatabaseIsBack() throws Exception {
        postgres.stop();
        awaitReadiness("degraded");
        postgres.start();
        district.publishSilently(second);
        service.keeper().await(atlas -> atlas.editions().contains(second));
    }

    private HttpResponse<String> awaitReadiness(String status) throws Exception {
        HttpResponse<String> answer = fetch("/health/ready");
        while (!answer.body().contains("\"status\":\"" + status + "\"")) {
            answer = fetch("/health/ready");
        }
        return answer;
    }

    private HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(service.uri().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Reads what is in force, again and again. */
    private final class Reader implements AutoCloseable {
        private final AtomicInteger reads = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private final CompletableFuture<Void> reading;
        private volatile boolean over;

        Reader() {
            reading = CompletableFuture.runAsync(this::read);
        }

        private void read() {
            List<String> paths =
                    List.of("/api/v1/lookup?" + WEST, "/ogc/collections/micro-grids/items");
            while (!over) {
                String path = paths.get(reads.get() % paths.size());
                if (!isAnswered(path)) {
                    failures.incrementAndGet();
                }
                reads.incrementAndGet();
            }
        }

        private boolean isAnswered(String path) {
            try {
                HttpResponse<String> answer = fetch(path);
                return answer.statusCode() == 200 && answer.body().contains("\"510999-");
            } catch (IOException | InterruptedException e) {
                return false; // Counted.
            }
        }

        void awaitReads(int more) {
            int until = reads.get() + more;
            while (reads.get() < until) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() {
            over = true;
            reading.join();
        }
    }
}
