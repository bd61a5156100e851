package org.weiwang.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How the server meets the network.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param proxies addresses, or ranges of them, of proxies whose {@code X-Forwarded-} headers hold
 * @param publicUrl under which clients know the server, without a slash at its end; null where the
 *     request says it
 * @param corsOrigins whose pages may read; {@code *} among them for all
 * @param requestsPerMinute of one client that is on another machine; 0 for any number
 * @param connections how many at once at most
 * @param patience how long a client may take for the head of a request, about, and stay silent
 */
public record Exposure(
        String host,
        int port,
        List<String> proxies,
        String publicUrl,
        Set<String> corsOrigins,
        int requestsPerMinute,
        int connections,
        Duration patience) {
    /** Any free port on loopback, for who is on this machine. */
    public static Exposure loopback() {
        return new Exposure(
                "127.0.0.1", 0, List.of(), null, Set.of(), 0, 1_000, Duration.ofSeconds(30));
    }
}
