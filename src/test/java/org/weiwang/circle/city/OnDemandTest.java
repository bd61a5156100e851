package org.weiwang.circle.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OnDemandTest {
    @Test
    void isMadeOnceWhenItIsAskedFor() {
        AtomicInteger times = new AtomicInteger();
        OnDemand<Integer> number = new OnDemand<>(times::incrementAndGet);
        assertThat(number.ifMade()).isEmpty();
        assertThat(number.get()).isEqualTo(1);
        assertThat(number.get()).isEqualTo(1);
        assertThat(number.ifMade()).contains(1);
        assertThat(OnDemand.of("there").ifMade()).contains("there");
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whileItIsMadeNobodyWaitsToLook() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        OnDemand<String> slow =
                new OnDemand<>(
                        () -> {
                            begun.countDown();
                            await(looked);
                            return "made";
                        });
        CompletableFuture<String> asked = CompletableFuture.supplyAsync(slow::get);
        begun.await();
        assertThat(slow.ifMade()).isEmpty();
        looked.countDown();
        assertThat(asked.get(20, TimeUnit.SECONDS)).isEqualTo("made");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
