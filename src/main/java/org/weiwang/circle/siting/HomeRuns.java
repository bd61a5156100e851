package org.weiwang.circle.siting;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.reach.WalkCosts;

/** Searches from many candidates on several threads, each with a {@link HomeSearch}. */
final class HomeRuns {
    /** So many candidates, which are neighbours, are searched from by one thread. */
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
     * Those searched from when the deadline comes lie everywhere.
     *
     * @param asked numbers of candidates on edges, neighbours beside each other
     * @return whether all were searched from before the deadline
     * @throws InterruptedException when the calling thread was interrupted; the runs end soon
     */
    boolean each(int[] asked, Deadline deadline, Outcome outcome) throws InterruptedException {
        ScatteredBlocks blocks = new ScatteredBlocks(asked.length, BLOCK);
        Callable<Boolean> worker =
                () -> {
                    HomeSearch search = new HomeSearch(costs, limit, homes, candidates);
                    for (int begin; (begin = blocks.next()) < asked.length; ) {
                        int end = Math.min(begin + BLOCK, asked.length);
                        for (int place = begin; place < end; place++) {
                            if (deadline.isOver()) {
                                return false;
                            }
                            search.find(asked[place]);
                            outcome.take(place, search);
                        }
                    }
                    return true;
                };
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            boolean all = true;
            for (Future<Boolean> whole : executor.invokeAll(Collections.nCopies(threads, worker))) {
                all &= whole.get();
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a search failed: " + e.getCause(), e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
