package org.weiwang.circle.reach;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Searches for many categories on several threads, each with a {@link NearestSearch}. */
public final class NearestRuns {
    private final WalkCosts costs;
    private final int limit;
    private final List<Destinations> categories;

    /** Numbers of categories, the largest first: one begun last would be waited for. */
    private final int[] order;

    private final Outcome outcome;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private NearestRuns(
            WalkCosts costs, int limit, List<Destinations> categories, Outcome outcome) {
        this.costs = costs;
        this.limit = limit;
        this.categories = categories;
        this.order =
                IntStream.range(0, categories.size())
                        .boxed()
                        .sorted(comparingInt(i -> -categories.get(i).seedNodes.length))
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.outcome = outcome;
    }

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
     * Returns, or throws, when no thread calls the outcome any more. What a run or the outcome
     * throws ends the runs after the categories at hand, and is thrown here as it is.
     *
     * @param limit as in {@link NearestSearch}
     * @param threads one or more; each takes the memory of a {@link NearestSearch}
     * @throws IllegalArgumentException when there is no thread, or the limit is out of range
     * @throws InterruptedException when the calling thread was interrupted; the runs end likewise
     */
    public static void each(
            WalkCosts costs, int limit, List<Destinations> categories, int threads, Outcome outcome)
            throws InterruptedException {
        if (threads < 1) {
            throw new IllegalArgumentException("runs take a thread or more, not " + threads);
        }
        new NearestRuns(costs, limit, categories, outcome).on(threads);
    }

    private void on(int count) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(new Thread(this::work, "nearest-" + i));
        }
        threads.forEach(Thread::start);
        InterruptedException interrupted = null;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = e;
                    stop();
                }
            }
        }
        if (interrupted != null) {
            throw interrupted;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException(); // After the last thread had ended.
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
    }

    private void work() {
        try {
            NearestSearch search = new NearestSearch(costs, limit);
            int turn = next.getAndIncrement();
            while (turn < order.length) {
                search.run(categories.get(order[turn]));
                outcome.take(order[turn], search);
                turn = next.getAndIncrement();
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            stop();
        }
    }

    /** Leaves no category to begin with. */
    private void stop() {
        next.set(order.length);
    }
}
