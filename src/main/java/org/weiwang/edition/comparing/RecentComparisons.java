package org.weiwang.edition.comparing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

/**
 * The comparisons asked for last. One that is being made is waited for by all who ask for it.
 * Thread-safe.
 */
final class RecentComparisons {
    static final int KEPT = 4;

    /** Each takes the memory of two editions' grids while it is made. */
    static final int AT_ONCE = 2;

    private final Semaphore permits = new Semaphore(AT_ONCE);

    /** In the order of last use. */
    private final Map<Pair, CompletableFuture<Comparison>> recent =
            new LinkedHashMap<>(2 * KEPT, 0.75f, true);

    @FunctionalInterface
    interface Making {
        Comparison make() throws NotNowException;
    }

    /**
     * @throws NotNowException when it would have to be made and no more may be at a time, or the
     *     making throws it
     */
    Comparison get(Pair pair, Making making) throws NotNowException {
        CompletableFuture<Comparison> ours = new CompletableFuture<>();
        CompletableFuture<Comparison> theirs = claim(pair, ours);
        return theirs == null ? make(pair, ours, making) : await(theirs);
    }

    /** Null when it is on us to make it, for which we then have a permit. */
    private synchronized CompletableFuture<Comparison> claim(
            Pair pair, CompletableFuture<Comparison> ours) throws NotNowException {
        CompletableFuture<Comparison> theirs = recent.get(pair);
        if (theirs == null) {
            if (!permits.tryAcquire()) {
                throw NotNowException.busy(AT_ONCE);
            }
            recent.put(pair, ours);
            if (recent.size() > KEPT) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
        return theirs;
    }

    private Comparison make(Pair pair, CompletableFuture<Comparison> ours, Making making)
            throws NotNowException {
        try {
            Comparison made = making.make();
            ours.complete(made);
            return made;
        } catch (NotNowException | RuntimeException | Error e) {
            forget(pair, ours);
            ours.completeExceptionally(e);
            throw e;
        } finally {
            permits.release();
        }
    }

    private synchronized void forget(Pair pair, CompletableFuture<Comparison> ours) {
        recent.remove(pair, ours);
    }

    private static Comparison await(CompletableFuture<Comparison> theirs) throws NotNowException {
        try {
            return theirs.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof NotNowException reason) {
                throw reason;
            }
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw e;
        }
    }
}
