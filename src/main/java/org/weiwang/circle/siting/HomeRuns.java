package org.weiwang.circle.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.reach.WalkCosts;

/** Searches from many candidates on several threads, each with a {@link HomeSearch}. */
final class HomeRuns {
    /** So many candidates, who are neighbours, are searched from by one thread. */
    private static final int BLOCK = 64;

    private final WalkCosts costs;
    private final int limit;
    private final NeedyHomes homes;
    private final Snaps candidates;
    private final int threads;

    /** Takes what was found from a candidate. */
    interface Outcome {
        /**
         * Called on several threads at the same time, for different candidates.
         *
         * @param place of the candidate among those asked for
         * @param search after the candidate's search
         */
        void take(int place, HomeSearch search);
    }

    HomeRuns(WalkCosts costs, int limit, NeedyHomes homes, Snaps candidates, int threads) {
        this.costs = costs;
        this.limit = limit;
        this.homes = homes;
        this.candidates = candidates;
        this.threads = threads;
    }

    /**
     * @param asked numbers of candidates on edges
     * @throws InterruptedException when the calling thread was interrupted; the runs end soon
     */
    void each(int[] asked, Outcome outcome) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker =
                () -> {
                    HomeSearch search = new HomeSearch(costs, limit, homes, candidates);
                    int begin = next.getAndAdd(BLOCK);
                    while (begin < asked.length && !Thread.interrupted()) {
                        int end = Math.min(begin + BLOCK, asked.length);
                        for (int place = begin; place < end; place++) {
                            search.find(asked[place]);
                            outcome.take(place, search);
                        }
                        begin = next.getAndAdd(BLOCK);
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
            throw new IllegalStateException("a search failed: " + e.getCause(), e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
