package org.weiwang.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.http.Operation;

/**
 * Malformed requests of every kind to everything that the definition has. Set {@code
 * -Dweiwang.test.requests} for more of them, {@code -Dweiwang.test.seed} for others, and {@code
 * -Dweiwang.test.request} to send one alone, which a fault names.
 */
@Tag("store")
class FuzzTest {
    private static final long REQUESTS = Long.getLong("weiwang.test.requests", 10_000);
    private static final long SEED = Long.getLong("weiwang.test.seed", 1);
    private static final long ONLY = Long.getLong("weiwang.test.request", -1);
    private static final int CLIENTS = 4;
    private static final int FAULTS_TOLD = 30;
    private static final int STAGES = 10;

    /** Of these, those in which caches fill and pools grow. */
    private static final int FIRST_STAGES = 3;

    /** What caches may hold later besides: pages and tiles, with 64 MiB each. */
    private static final long HEAP_MEBIBYTES = 128;

    /** What comes and goes, such as a connection of a pool or a file of a book of addresses. */
    private static final int SLACK = 12;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, Map<Integer, LongAdder>> counts = new ConcurrentSkipListMap<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

    /** What is held when nothing is asked. */
    private record Holdings(
            long heapMebibytes, int threads, long files, long connections, long temporary) {}

    @Test
    void whateverIsAskedIsAnsweredOrRefused(@TempDir Path folder) throws Exception {
        System.out.printf("FuzzTest: seed %d, %d requests%n", SEED, REQUESTS);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Holdings> held = new ArrayList<>();
        try (FuzzedService service = new FuzzedService(folder)) {
            JsonNode definition = new ObjectMapper().readTree(definition(service.uri()));
            RequestMaker maker =
                    new RequestMaker(
                            SEED,
                            Operation.all(definition),
                            new Bodies(definition, service.handOver()));
            if (ONLY >= 0) {
                show(maker.make(ONLY), service.uri());
                return;
            }
            for (int stage = 0; stage < STAGES; stage++) {
                AtomicLong next = new AtomicLong(REQUESTS * stage / STAGES);
                long end = REQUESTS * (stage + 1) / STAGES;
                List<Future<?>> asking = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    asking.add(clients.submit(() -> ask(maker, service.uri(), next, end)));
                }
                for (Future<?> one : asking) {
                    one.get();
                }
                held.add(holdings(service));
                System.out.printf("FuzzTest: %d requests, %s%n", end, held.get(stage));
            }
        } finally {
            clients.shutdownNow();
            report();
        }
        assertThat(faults).isEmpty();
        assertGrowsNot(held.get(FIRST_STAGES - 1), held.get(STAGES - 1));
    }

    private static void assertGrowsNot(Holdings early, Holdings late) {
        assertThat(late.heapMebibytes()).isLessThan(early.heapMebibytes() + HEAP_MEBIBYTES);
        assertThat(late.threads()).isLessThan(early.threads() + SLACK);
        assertThat(late.files()).isLessThan(early.files() + SLACK);
        assertThat(late.connections()).isLessThan(early.connections() + SLACK);
        assertThat(late.temporary()).isZero();
    }

    private static String definition(URI server) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/api/v1/openapi")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void show(FuzzRequest request, URI server) throws IOException {
        System.out.println(request);
        try (FuzzClient client = new FuzzClient(server)) {
            FuzzAnswer answer = client.ask(request);
            System.out.println(answer);
            assertThat(AnswerCheck.faults(request, answer)).isEmpty();
        }
    }

    private Void ask(RequestMaker maker, URI server, AtomicLong next, long end) throws IOException {
        try (FuzzClient client = new FuzzClient(server)) {
            for (long i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
                FuzzRequest request = maker.make(i);
                try {
                    FuzzAnswer answer = client.ask(request);
                    count(request, answer);
                    for (String fault : AnswerCheck.faults(request, answer)) {
                        faults.add("%s: %s%n%s%n".formatted(fault, answer, request));
                    }
                } catch (SocketTimeoutException e) {
                    faults.add("no answer: " + request);
                }
            }
        }
        return null;
    }

    private void count(FuzzRequest request, FuzzAnswer answer) {
        String route =
                request.operation()
                        .toString()
                        .replaceFirst("/collections/[a-z-]+", "/collections/{id}");
        counts.computeIfAbsent(route, key -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(answer.status(), key -> new LongAdder())
                .increment();
        statuses.computeIfAbsent(answer.status(), key -> new LongAdder()).increment();
    }

    private static Holdings holdings(FuzzedService service) throws Exception {
        // What nobody waits for the answer of, since the client left, may still be under way.
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (service.temporaryFiles() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        System.gc();
        return new Holdings(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getOpenFileDescriptorCount(),
                service.connections(),
                service.temporaryFiles());
    }

    private void report() {
        counts.forEach((route, found) -> System.out.printf("FuzzTest: %s %s%n", route, found));
        System.out.printf("FuzzTest: seed %d, all %s, %d faults%n", SEED, statuses, faults.size());
        faults.stream().limit(FAULTS_TOLD).forEach(System.out::println);
    }
}
