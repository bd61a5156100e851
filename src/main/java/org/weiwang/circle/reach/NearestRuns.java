package org.weiwang.circle.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Searches for many categories on several threads, each with a {@link NearestSearch}. */
public final class NearestRuns {
    private NearestRuns() {}

    /** Takes the outcome of a category. */
    public interface Outcome {
        /**
         * Called on several threads at the same time, for different categories. What it throws ends
         * the runs.
         *
         * @param category its number in the list
         * @param search after the category's run; its memory is used again afterwards
         */
        void take(int category, NearestSearch search);
    }

    /**
     * @param limit as in {@link NearestSearch}
     * @param threads one or more; each takes the memory of a {@link NearestSearch}
     * @throws InterruptedException when the calling thread was interrupted; the runs end after the
     *     categories at hand
     */
    public static void each(
            WalkCosts costs, int limit, List<Destinations> categories, int threads, Outcome outcome)
            throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker =
                () -> {
                    NearestSearch search = new NearestSearch(costs, limit);
                    int category = next.getAndIncrement();
                    while (category < categories.size() && !Thread.interrupted()) {
                        search.run(categories.get(category));
                        outcome.take(category, search);
                        category = next.getAndIncrement();
                    }
                    return null;
                };
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(worker);
            }
            for (Future<Void> done : executor.invokeAll(workers)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run failed: " + e.getCause(), e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
