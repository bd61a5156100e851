package org.weiwang.atlas.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final Kept<String, String> kept = new Kept<>(10, String::length);
    private final AtomicInteger made = new AtomicInteger();

    private String get(String key) {
        return kept.get(
                key,
                () -> {
                    made.incrementAndGet();
                    return key;
                });
    }

    @Test
    void whatIsKeptIsMadeOnce() {
        assertThat(get("aaaa")).isSameAs(get("aaaa"));
        assertThat(made).hasValue(1);
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() {
        get("aaaa");
        get("bbbb");
        get("aaaa");
        get("cccc");
        assertThat(kept.held()).isEqualTo(8);
        get("aaaa");
        assertThat(made).hasValue(3);
        get("bbbb");
        assertThat(made).hasValue(4);
    }

    @Test
    void whatIsLargerThanAllThatMayBeKeptIsMadeAnew() {
        assertThat(get("more than ten")).isEqualTo("more than ten");
        assertThat(kept.held()).isZero();
        get("more than ten");
        assertThat(made).hasValue(2);
    }

    @Test
    void whatCouldNotBeMadeIsTriedAgain() {
        assertThatThrownBy(
                        () ->
                                kept.get(
                                        "a",
                                        () -> {
                                            throw new IllegalStateException("not now");
                                        }))
                .hasMessage("not now");
        assertThat(get("a")).isEqualTo("a");
    }

    @Test
    void whoAsksWhileItIsMadeWaitsForIt() throws Exception {
        int askers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(askers);
        try {
            CountDownLatch asking = new CountDownLatch(askers - 1);
            Future<String> maker =
                    threads.submit(
                            () ->
                                    kept.get(
                                            "a",
                                            () -> {
                                                made.incrementAndGet();
                                                await(asking);
                                                return "made";
                                            }));
            List<Future<String>> others = new ArrayList<>();
            for (int i = 1; i < askers; i++) {
                others.add(
                        threads.submit(
                                () -> {
                                    while (made.get() == 0) {
                                        Thread.onSpinWait();
                                    }
                                    asking.countDown();
                                    return get("a");
                                }));
            }
            assertThat(maker.get()).isEqualTo("made");
            for (Future<String> other : others) {
                assertThat(other.get()).isEqualTo("made");
            }
            assertThat(made).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
