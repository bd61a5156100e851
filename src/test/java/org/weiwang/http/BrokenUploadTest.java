package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.weiwang.ServedDemoCounty;

/** Clients that are gone in the middle of a batch. */
@Tag("store")
class BrokenUploadTest {
    private static final String HEAD =
            "POST /api/v1/lookup HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\n";
    private static final String ROWS = "lon,lat\n" + "103.5065,30.1968\n".repeat(100_000);

    /** More than are answered at a time, each of which must make room for the next. */
    private static final int BROKEN = 8;

    private final Queue<ILoggingEvent> alarming = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> log =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent line) {
                    boolean isSlow = line.getMessage().equals("slow request");
                    if (line.getLevel().isGreaterOrEqual(Level.WARN) && !isSlow) {
                        alarming.add(line);
                    }
                }
            };
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(log);
    }

    @Timeout(60)
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingIsLeftOfThemAndNobodyIsAlarmed(boolean reset) throws Exception {
        URI server = ServedDemoCounty.get().uri();
        for (int i = 0; i < BROKEN; i++) {
            RawHttp.sendAndLeave(server, HEAD + "Content-Length: 100000000\r\n\r\n" + ROWS, reset);
            RawHttp.sendAndLeave(
                    server,
                    HEAD
                            + "Transfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(ROWS.length() + 1)
                            + "\r\n"
                            + ROWS,
                    reset);
        }
        while (openSpools() > 0 || post(server) != 200) {
            Thread.onSpinWait();
        }
        assertThat(alarming).isEmpty();
    }

    /** Files without a name that this process holds open. */
    private static long openSpools() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(BrokenUploadTest::isSpool).count();
        }
    }

    private static boolean isSpool(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().matches(".*/batch.*\\(deleted\\)");
        } catch (NoSuchFileException e) {
            return false; // Closed meanwhile.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int post(URI server) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/api/v1/lookup"))
                                .header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofString("lon,lat\n1,2\n"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
