package org.weiwang.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many requests an address may send: so many at once, and then as many in each minute. An IPv6
 * client has a whole network of addresses and counts as one. Kept are the addresses seen last; one
 * that was forgotten begins anew. Thread-safe.
 */
final class RateLimit {
    private static final int ADDRESSES = 20_000;
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final class Allowance {
        private double left;
        private long at;
    }

    private final int perMinute;
    private final LongSupplier nanoTime;
    private final Map<Client, Allowance> allowances =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Client, Allowance> eldest) {
                    return size() > ADDRESSES;
                }
            };

    /**
     * @param perMinute at least 1
     */
    RateLimit(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    /**
     * Counts a request. Returns 0 when it may go on, else in how many seconds one may.
     *
     * @param cost as how much of a request it counts, up to 1
     */
    synchronized int take(InetAddress client, double cost) {
        long now = nanoTime.getAsLong();
        Allowance allowance = allowances.computeIfAbsent(Client.of(client), key -> full(now));
        double since = (double) (now - allowance.at) / MINUTE_NANOS;
        allowance.left = Math.min(perMinute, allowance.left + since * perMinute);
        allowance.at = now;
        if (allowance.left < cost) {
            return (int) Math.ceil((cost - allowance.left) * 60 / perMinute);
        }
        allowance.left -= cost;
        return 0;
    }

    private Allowance full(long now) {
        Allowance allowance = new Allowance();
        allowance.left = perMinute;
        allowance.at = now;
        return allowance;
    }

    /** An IPv4 address, or the network of an IPv6 address. */
    private record Client(long bits, boolean isNetwork) {
        static Client of(InetAddress address) {
            byte[] bytes = address.getAddress();
            long bits = 0;
            for (byte b : Arrays.copyOf(bytes, Math.min(bytes.length, IPV6_NETWORK_BYTES))) {
                bits = bits << Byte.SIZE | b & 0xff;
            }
            return new Client(bits, address instanceof Inet6Address);
        }
    }
}
