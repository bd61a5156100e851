package org.weiwang.edition.comparing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.weiwang.edition.Edition;
import org.weiwang.grid.District;

class RecentComparisonsTest {
    private static final UUID HISTORY = new UUID(0, 1);

    private final RecentComparisons recent = new RecentComparisons();
    private final AtomicInteger made = new AtomicInteger();

    private static Pair pair(int number) {
        Subject one = new Subject(new Edition("510999", number), true);
        return new Pair(HISTORY, one, one, null);
    }

    private Comparison make(int number) {
        made.incrementAndGet();
        return new Comparison(
                pair(number),
                new District("510999", "试验县"),
                List.of(),
                0,
                new Moves(new int[0], new int[0], List.of()));
    }

    private Comparison get(int number) throws NotNowException {
        return recent.get(pair(number), () -> make(number));
    }

    @Test
    void thoseAskedForLastAreKept() throws Exception {
        Comparison first = get(1);
        for (int number = 2; number <= RecentComparisons.KEPT; number++) {
            get(number);
        }
        assertThat(get(1)).isSameAs(first);
        get(RecentComparisons.KEPT + 1); // In the place of 2, which was not asked for since.
        assertThat(get(1)).isSameAs(first);
        assertThat(made).hasValue(RecentComparisons.KEPT + 1);
        get(2);
        assertThat(made).hasValue(RecentComparisons.KEPT + 2);
    }

    @Test
    void whoAsksForOneThatIsBeingMadeGetsTheSame() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Comparison> first = inBackground(1, asked);
        List<CompletableFuture<Comparison>> others = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            others.add(CompletableFuture.supplyAsync(() -> unchecked(1)));
        }
        asked.countDown();
        for (CompletableFuture<Comparison> other : others) {
            assertThat(other.get()).isSameAs(first.get());
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void noMoreAreMadeAtATimeThanMayBe() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        List<CompletableFuture<Comparison>> running = new ArrayList<>();
        for (int number = 1; number <= RecentComparisons.AT_ONCE; number++) {
            running.add(inBackground(number, asked));
        }
        assertThatThrownBy(() -> get(9))
                .isInstanceOf(NotNowException.class)
                .hasMessageContaining("ask again");
        asked.countDown();
        for (CompletableFuture<Comparison> one : running) {
            one.get();
        }
        assertThat(get(9).pair()).isEqualTo(pair(9));
    }

    @Test
    void whatFailedIsMadeAgain() throws Exception {
        assertThatThrownBy(
                        () ->
                                recent.get(
                                        pair(1),
                                        () -> {
                                            throw NotNowException.superseded();
                                        }))
                .isInstanceOf(NotNowException.class);
        assertThatThrownBy(
                        () ->
                                recent.get(
                                        pair(1),
                                        () -> {
                                            throw new IllegalStateException("off");
                                        }))
                .hasMessage("off");
        assertThat(get(1).pair()).isEqualTo(pair(1));
        assertThat(made).hasValue(1);
    }

    /** Returns when it is being made, which goes on when the latch is down. */
    private CompletableFuture<Comparison> inBackground(int number, CountDownLatch until)
            throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Comparison> result = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                result.complete(
                                        recent.get(
                                                pair(number),
                                                () -> {
                                                    begun.countDown();
                                                    await(until);
                                                    return make(number);
                                                }));
                            } catch (NotNowException | RuntimeException e) {
                                result.completeExceptionally(e);
                            }
                        });
        thread.start();
        begun.await();
        return result;
    }

    private Comparison unchecked(int number) {
        try {
            return get(number);
        } catch (NotNowException e) {
            throw new IllegalStateException(e);
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
