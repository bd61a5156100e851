package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.weiwang.ServedDemoCounty;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.config.Settings;
import org.weiwang.http.wire.RequestId;

/** What is told of requests: their ids, their metrics, and the slow ones in the log. */
@Tag("store")
class MonitoringTest {
    private static final String LOOKUP = "/api/v1/lookup?lon=103.5065&lat=30.1968";

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<ILoggingEvent> lines = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> log =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent line) {
                    // the thread's context is read when it is first asked for: now, by its thread
                    line.prepareForDeferredProcessing();
                    lines.add(line);
                }
            };
    private final Logger logger = (Logger) LoggerFactory.getLogger(RequestWatch.class);
    private Backend backend;
    private Service service;

    /** Every request is slow here. */
    @BeforeEach
    void start() throws Exception {
        Settings demo = ServedDemoCounty.settings(ServedDemoCounty.get().database());
        Settings settings =
                new Settings(
                        0,
                        demo.data(),
                        demo.database(),
                        demo.tiles(),
                        demo.batch(),
                        demo.uploadMebibytes(),
                        demo.network(),
                        demo.oidc(),
                        demo.circle(),
                        0,
                        demo.addressWords());
        backend = new Backend(settings);
        service = new Service(settings, backend);
        service.start();
        service.keeper().await(first -> true);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        service.close();
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0b7e-4.x_Z",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void anIdThatIsSentIsTakenOver(String id) throws Exception {
        HttpResponse<String> response = get(LOOKUP, id);
        assertThat(response.headers().allValues("X-Request-Id")).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\tb",
                "<script>",
                "号",
                "a,b",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void anIdThatCannotBeWrittenAnywhereIsReplaced(String id) {
        assertThat(RequestId.of(id)).matches("[0-9a-f]{16}");
    }

    @Test
    void everyRequestHasAnIdOfItsOwnAndItsProblemNamesIt() throws Exception {
        HttpResponse<String> one = get("/api/v1/lookup?lon=x", null);
        HttpResponse<String> other = get("/nothing", null);
        assertThat(id(one)).matches("[0-9a-f]{16}").isNotEqualTo(id(other));
        assertThat(one.body()).contains("\"requestId\":\"" + id(one) + "\"");
        assertThat(other.body()).contains("\"requestId\":\"" + id(other) + "\"");
    }

    @Test
    void whatIsNoRequestHasAnIdToo() throws Exception {
        String answer =
                RawHttp.send(service.uri(), "GET / HTTP/1.1\r\nHost: a\r\nBad Header\r\n\r\n");
        assertThat(answer).contains("400 Bad Request", "X-Request-Id: ", "\"requestId\":\"");
    }

    @Test
    void aSlowRequestIsNamedByItsRouteAndNothingThatWasAskedFor() throws Exception {
        get("/api/v1/grids/510131001001/addresses?limit=1", "slow-1");
        ILoggingEvent line = lines.take();
        assertThat(line.getLevel()).isEqualTo(Level.WARN);
        assertThat(line.getMessage()).isEqualTo("slow request");
        assertThat(line.getMDCPropertyMap()).containsExactly(Map.entry("request", "slow-1"));
        assertThat(line.getKeyValuePairs().stream().map(pair -> pair.key + " " + pair.value))
                .contains("method GET", "route /api/v1/grids/{code}/addresses")
                .anyMatch(pair -> pair.matches("millis [0-9]+"))
                .anyMatch(pair -> pair.matches("status [0-9]{3}"))
                .hasSize(4);
    }

    @Test
    void metricsTellOfRequestsOfTheAtlasAndOfThePools() throws Exception {
        get(LOOKUP, null);
        get("/api/v1/lookup?lon=x", null);
        awaitLines(2);
        assertThat(metrics())
                .contains(
                        "weiwang_http_requests_seconds_count{method=\"GET\",route=\"/api/v1/lookup\",status=\"2xx\"} 1",
                        "weiwang_http_requests_seconds_count{method=\"GET\",route=\"/api/v1/lookup\",status=\"4xx\"} 1",
                        "weiwang_http_requests_seconds_bucket{method=\"GET\",route=\"/api/v1/lookup\",status=\"2xx\",le=\"+Inf\"} 1",
                        "weiwang_atlas_version " + version() + ".0",
                        "weiwang_atlas_districts 1.0")
                .anyMatch(line -> line.startsWith("weiwang_atlas_age_seconds "))
                .anyMatch(
                        line -> line.startsWith("hikaricp_connections_pending{pool=\"requests\"}"))
                .anyMatch(line -> line.startsWith("hikaricp_connections_max{pool=\"long-work\"}"))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"))
                .anyMatch(line -> line.startsWith("process_uptime_seconds "));
    }

    @Test
    void thereAreNoMoreSeriesHoweverManyPathsAndMethodsAreAskedFor() throws Exception {
        get(LOOKUP, null);
        get("/api/v1/grids/none", null);
        get("/nothing", null);
        awaitLines(3);
        Set<String> before = series();
        for (int i = 0; i < 50; i++) {
            get("/api/v1/grids/" + i, null);
            get("/nothing/" + i, null);
            client.send(
                    HttpRequest.newBuilder(service.uri().resolve("/" + i))
                            .method("METHOD" + i, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
        awaitLines(151);
        assertThat(series()).isEqualTo(before);
    }

    @Test
    void rowsOfBatchesAreCountedByOutcome() throws Exception {
        client.send(
                HttpRequest.newBuilder(service.uri().resolve("/api/v1/lookup"))
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString("lon,lat\n1,2\n3,4\n5,x\n"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(metrics())
                .contains(
                        "weiwang_batch_rows_total{outcome=\"OUTSIDE\"} 2.0",
                        "weiwang_batch_rows_total{outcome=\"REJECTED\"} 1.0");
    }

    @Test
    void importsAndPublicationsAreCounted() throws Exception {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        WorkMetrics metrics = new WorkMetrics(meters);
        metrics.imported(ServedDemoCounty.get().report());
        metrics.published(Duration.ofSeconds(3));
        assertThat(meters.scrape().lines())
                .anyMatch(
                        l ->
                                l.matches(
                                        "weiwang_import_rows_total\\{layer=\"micro-grids\",taken=\"yes\"} 1774.0"))
                .anyMatch(
                        l ->
                                l.matches(
                                        "weiwang_import_rows_total\\{layer=\"micro-grids\",taken=\"no\"} 0.0"))
                .contains(
                        "weiwang_publications_seconds_bucket{le=\"2.0\"} 0",
                        "weiwang_publications_seconds_bucket{le=\"5.0\"} 1");
    }

    /** The routes, methods and classes of which requests were counted. */
    private Set<String> series() throws Exception {
        return metrics().stream()
                .filter(line -> line.startsWith("weiwang_http_requests_seconds_count"))
                .filter(line -> !line.contains("/metrics"))
                .map(line -> line.replaceFirst("}.*", ""))
                .collect(Collectors.toSet());
    }

    private List<String> metrics() throws Exception {
        HttpResponse<String> response = get("/metrics", null);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
        return response.body().lines().toList();
    }

    private long version() {
        return service.keeper().current().orElseThrow().version();
    }

    /** A request is told of just after its answer has gone out. */
    private void awaitLines(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            lines.take();
        }
    }

    private static String id(HttpResponse<String> response) {
        return response.headers().firstValue("X-Request-Id").orElseThrow();
    }

    private HttpResponse<String> get(String path, String id) throws Exception {
        URI uri = service.uri().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (id != null) {
            request.header("X-Request-Id", id);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
