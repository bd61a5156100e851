package org.weiwang.edition;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places the addresses in force that never were, as after an upgrade from a version that did not,
 * district by district in the background, and then checks editions that never were. What fails is
 * left to the next import or start. Thread-safe.
 */
public final class InForcePreparation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InForcePreparation.class);

    private final EditionStore store;
    private final Thread thread = new Thread(this::run, "prepare");
    private volatile boolean closed;

    public InForcePreparation(EditionStore store) {
        this.store = store;
        thread.setDaemon(true);
    }

    /** To be called once. */
    public void start() {
        thread.start();
    }

    /** Waits for the end of what was started. */
    public void await() throws InterruptedException {
        thread.join();
    }

    private void run() {
        try {
            for (String district : store.districtsNotPlaced()) {
                if (!closed) {
                    prepare(district);
                }
            }
            for (Edition edition : store.editionsNotChecked()) {
                if (!closed) {
                    check(edition);
                }
            }
        } catch (RuntimeException e) {
            warn("what is not prepared yet can't be told", e);
        }
    }

    private void check(Edition edition) {
        try {
            store.check(edition);
            LOG.atInfo().addKeyValue("edition", edition.id()).log("edition checked");
        } catch (ConflictException | RuntimeException e) {
            warn("edition " + edition.id() + " is checked at the next start", e);
        }
    }

    private void prepare(String district) {
        try {
            // Empty when an import was faster.
            Optional<Placed> placed = store.importing(district, ImportTransaction::prepare);
            placed.ifPresent(
                    counts ->
                            LOG.atInfo()
                                    .addKeyValue("district", district)
                                    .addKeyValue("addresses", counts.total())
                                    .log("addresses in force placed"));
        } catch (ImportException | RuntimeException e) {
            warn("the addresses of district " + district + " are placed by its next import", e);
        }
    }

    /** What breaks off because the service stops needs no word. */
    private void warn(String words, Exception reason) {
        if (!closed) {
            LOG.warn(words, reason);
        }
    }

    /** Begins no further district, and does not wait for the one at hand. */
    @Override
    public void close() {
        closed = true;
    }
}
