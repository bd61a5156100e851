package org.weiwang.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The good tokens, in memory, read anew every two seconds: that is how long a revoked one may go on
 * in this process. While the store can't be reached, those that were good go on until they expire.
 * One that is not known here is asked for in the store, so that a new one is good at once.
 * Thread-safe.
 */
public final class TokenBook implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TokenBook.class);
    private static final long PERIOD_SECONDS = 2;
    private static final long STOP_SECONDS = 5;

    private final TokenStore store;
    private final ScheduledExecutorService reader =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "tokens");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile Map<String, Token> known = Map.of();
    private volatile UnverifiableException away;

    public TokenBook(TokenStore store) {
        this.store = store;
    }

    /** Reads the tokens, and goes on doing so in the background. */
    public void start() {
        refresh();
        reader.scheduleWithFixedDelay(
                this::refresh, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void refresh() {
        try {
            known = store.notRevoked();
            if (away != null) {
                LOG.info("the tokens are read again");
            }
            away = null;
        } catch (UnverifiableException e) {
            // One line for each outage, not one every period.
            if (away == null && !reader.isShutdown()) {
                LOG.warn("the tokens can't be read; those that were good go on", e);
            }
            away = e;
        } catch (RuntimeException | Error e) {
            LOG.error("the tokens can't be read", e); // The scheduler would drop the task.
        }
    }

    /** Whether any token is good. */
    boolean hasAny() {
        Instant now = Instant.now();
        return known.values().stream().anyMatch(token -> token.isGood(now));
    }

    /**
     * The good token with this secret.
     *
     * @throws UnverifiableException when there may be one that is not known here and the store
     *     can't be reached
     */
    Optional<Token> find(String secret) {
        String hash = Secret.hash(secret);
        Token token = known.get(hash);
        return Optional.ofNullable(token)
                .or(() -> ask(hash))
                .filter(found -> found.isGood(Instant.now()));
    }

    private Optional<Token> ask(String hash) {
        UnverifiableException outage = away;
        if (outage != null) {
            throw outage; // Rather than have each request wait for a connection.
        }
        Optional<Token> found = store.notRevoked(hash);
        found.ifPresent(token -> remember(hash, token));
        return found;
    }

    /** So that it goes on when the store can't be reached right afterwards. */
    private synchronized void remember(String hash, Token token) {
        Map<String, Token> more = new HashMap<>(known);
        more.put(hash, token);
        known = more;
    }

    @Override
    public void close() {
        reader.shutdownNow();
        try {
            reader.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
