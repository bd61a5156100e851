package org.weiwang.circle.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.geo.LonLat;

@Timeout(60)
class NearestRunsTest {
    private static final int MANY = 100_000;

    private final WalkNetwork network =
            RandomNetwork.of(5, 10, 1_000, new SplittableRandom(1)).network();
    private final WalkCosts costs = WalkCosts.distance(network, true);
    private final List<Destinations> categories =
            Collections.nCopies(
                    MANY,
                    new Destinations(
                            costs,
                            new EdgeIndex(network, edge -> true)
                                    .snap(List.of(new LonLat(104, 30.6)), 200),
                            new int[1]));
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void whatTheOutcomeThrowsEndsTheRunsAndIsThrownAsItIs() {
        IllegalStateException failure = new IllegalStateException("full");
        assertThatThrownBy(
                        () ->
                                NearestRuns.each(
                                        costs,
                                        100,
                                        categories,
                                        2,
                                        (category, search) -> {
                                            taken.incrementAndGet();
                                            if (category == 3) {
                                                throw failure;
                                            }
                                        }))
                .isSameAs(failure);
        assertThat(taken.get()).isLessThan(MANY);
    }

    @Test
    void anErrorIsThrownAsItIs() {
        AssertionError error = new AssertionError("wrong");
        assertThatThrownBy(
                        () ->
                                NearestRuns.each(
                                        costs,
                                        100,
                                        categories,
                                        2,
                                        (category, search) -> {
                                            throw error;
                                        }))
                .isSameAs(error);
    }

    @Test
    void afterAnInterruptNothingIsTakenAnyMore() throws InterruptedException {
        CountDownLatch isTaking = new CountDownLatch(1);
        CountDownLatch isInterrupted = new CountDownLatch(1);
        AtomicReference<Integer> takenAtTheEnd = new AtomicReference<>();
        Thread caller =
                new Thread(
                        () -> {
                            try {
                                NearestRuns.each(
                                        costs,
                                        100,
                                        categories,
                                        2,
                                        (category, search) -> {
                                            isTaking.countDown();
                                            await(isInterrupted);
                                            taken.incrementAndGet();
                                        });
                            } catch (InterruptedException e) {
                                takenAtTheEnd.set(taken.get());
                            }
                        });
        caller.start();
        isTaking.await();
        caller.interrupt();
        // The interrupt is taken before the categories at hand may end.
        while (caller.isInterrupted()) {
            Thread.onSpinWait();
        }
        isInterrupted.countDown();
        caller.join();
        assertThat(takenAtTheEnd.get()).isNotNull().isBetween(1, MANY - 1);
        assertThat(taken.get()).isEqualTo(takenAtTheEnd.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the runs' own threads", e);
        }
    }

    @Test
    void takesAThreadOrMore() {
        assertThatThrownBy(() -> NearestRuns.each(costs, 100, categories, 0, (c, s) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("runs take a thread or more, not 0");
    }
}
