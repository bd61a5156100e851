package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private long now = -5;
    private final RateLimit limit = new RateLimit(30, () -> now);

    @Test
    void soManyGoOnAtOnceAndThenAsManyInAMinute() throws Exception {
        assertThat(taken("192.0.2.1", 100)).isEqualTo(30);
        assertThat(limit.take(address("192.0.2.1"), 1)).isEqualTo(2);
        now += TimeUnit.SECONDS.toNanos(2);
        assertThat(taken("192.0.2.1", 100)).isEqualTo(1);
        now += TimeUnit.MINUTES.toNanos(10);
        assertThat(taken("192.0.2.1", 100)).isEqualTo(30);
    }

    @Test
    void addressesHaveTheirOwnAllowancesAndANetworkOfIpv6One() throws Exception {
        assertThat(taken("192.0.2.1", 40)).isEqualTo(30);
        assertThat(taken("192.0.2.2", 40)).isEqualTo(30);
        assertThat(taken("2001:db8::1", 40)).isEqualTo(30);
        assertThat(taken("2001:db8::ffff:1", 40)).isZero();
        assertThat(taken("2001:db8:0:1::1", 40)).isEqualTo(30);
    }

    @Test
    void whatCostsLessMayComeMoreOften() throws Exception {
        int taken = 0;
        while (limit.take(address("192.0.2.1"), 0.25) == 0) {
            taken++;
        }
        assertThat(taken).isEqualTo(4 * 30);
    }

    @Test
    void whatIsKeptIsBounded() throws Exception {
        taken("192.0.2.1", 40);
        for (int i = 0; i < 20_000; i++) {
            limit.take(
                    InetAddress.getByAddress(
                            new byte[] {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i}),
                    1);
        }
        assertThat(taken("192.0.2.1", 40)).isEqualTo(30);
    }

    private int taken(String client, int asked) throws UnknownHostException {
        int taken = 0;
        for (int i = 0; i < asked; i++) {
            taken += limit.take(address(client), 1) == 0 ? 1 : 0;
        }
        return taken;
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }
}
