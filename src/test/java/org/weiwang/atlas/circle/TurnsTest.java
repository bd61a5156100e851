package org.weiwang.atlas.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final String BUSY = "ask again later";
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void whoComesWhenAllAreTakenIsTurnedAway() throws Exception {
        Turns turns = new Turns(1, 1, Duration.ofMillis(1), BUSY);
        turns.take(
                () -> {
                    assertTurnedAway(turns);
                    return "done";
                });
        assertThat(turns.take(() -> "free again")).isEqualTo("free again");
    }

    /** The second one waits, a day if need be, for the first; there is no room for a third. */
    @Test
    void whoComesWhenEnoughAreWaitingIsTurnedAwayAtOnce() throws Exception {
        Turns turns = new Turns(1, 1, DAY, BUSY);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread first =
                new Thread(
                        new FutureTask<>(
                                () ->
                                        turns.take(
                                                () -> {
                                                    begun.countDown();
                                                    end.await();
                                                    return "first";
                                                })));
        first.start();
        begun.await();
        FutureTask<String> second = new FutureTask<>(() -> turns.take(() -> "second"));
        Thread waiting = new Thread(second);
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertTurnedAway(turns);
        end.countDown();
        assertThat(second.get()).isEqualTo("second");
        assertThat(turns.take(() -> "free again")).isEqualTo("free again");
    }

    @Test
    void aTurnEndsWithWhatIsThrown() throws Exception {
        Turns turns = new Turns(1, BUSY);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                turns.take(
                                        () -> {
                                            throw new IllegalStateException("failed");
                                        }));
        assertThat(turns.take(() -> "free again")).isEqualTo("free again");
    }

    private static void assertTurnedAway(Turns turns) {
        assertThatExceptionOfType(BusyException.class)
                .isThrownBy(() -> turns.take(() -> "never"))
                .withMessage(BUSY);
    }
}
