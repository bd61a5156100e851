package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.weiwang.access.Role;
import org.weiwang.access.Secret;

/** What goes into the log, down to our own finest lines. */
@Tag("store")
class LogTest {
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(
                    event.getFormattedMessage()
                            + event.getKeyValuePairs()
                            + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    @Test
    void noTokenIsLoggedWhateverBecomesOfIt() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("org.weiwang");
        Lines lines = new Lines();
        lines.start();
        root.addAppender(lines);
        ours.setLevel(Level.TRACE);
        List<String> secrets;
        try (TestServer server = TestServer.started()) {
            secrets = List.of(server.token("desk", Role.DISPATCHER, null), Secret.make());
            for (String secret : secrets) {
                for (String path : List.of("/api/v1/me", "/api/v1/audit", "/nowhere")) {
                    server.get(path, "Authorization", "Bearer " + secret);
                    server.get(path, "Authorization", secret);
                    server.get(path + "?token=" + secret);
                }
            }
            Outage outage = Outage.begin(server.settings());
            server.get("/api/v1/me", "Authorization", "Bearer " + Secret.make());
            server.get("/api/v1/me", "Authorization", "Bearer " + secrets.get(1));
            outage.end();
        } finally {
            ours.setLevel(null);
            root.detachAppender(lines);
        }
        assertThat(lines.lines).anyMatch(line -> line.contains("/api/v1/me"));
        for (String secret : secrets) {
            assertThat(lines.lines).noneMatch(line -> line.contains(secret));
        }
    }
}
