package org.weiwang.atlas.circle;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.weiwang.circle.analysis.GroupResults;
import org.weiwang.circle.analysis.Stamp;

@Timeout(60)
class ArchiveTest {
    private static final Findings FINDINGS =
            new Findings(null, new GroupResults(List.of(), List.of()), List.of());

    private final Logger logger = (Logger) LoggerFactory.getLogger(Archive.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    /** Fails in a way that no store is meant to, and tells when it has been asked twice. */
    private static final class Broken implements CircleStore {
        private final CountDownLatch asked = new CountDownLatch(2);

        @Override
        public Optional<Findings> find(Stamp stamp) {
            return Optional.empty();
        }

        @Override
        public void keep(Findings findings) {
            asked.countDown();
            throw new IllegalStateException("broken");
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
    }

    @AfterEach
    void listenNoLonger() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
    }

    @Test
    void whateverFailsIsLoggedAndTheNextIsKept() throws Exception {
        Broken store = new Broken();
        try (Archive archive = new Archive(store)) {
            archive.keep(FINDINGS);
            archive.keep(FINDINGS);
            store.asked.await();
        }
        assertThat(lines.list).hasSize(2);
        assertThat(lines.list.get(0).getLevel()).isEqualTo(Level.ERROR);
        assertThat(lines.list.get(0).getThrowableProxy().getMessage()).isEqualTo("broken");
    }

    @Test
    void onceItIsClosedNobodyIsSaidToWait() {
        Archive archive = new Archive(new Broken());
        archive.close();
        archive.keep(FINDINGS);
        assertThat(lines.list).isEmpty();
    }
}
