package org.weiwang.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The proxies that are ours. What they say of a request in {@code X-Forwarded-For}, {@code -Proto},
 * {@code -Host} and {@code -Prefix} is believed; what anyone else says there is not. Thread-safe.
 */
final class Proxies {
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PREFIX = "X-Forwarded-Prefix";

    /** The names of headers that proxies add. */
    private static final Pattern HANDED_ON =
            Pattern.compile("(?i)X-Forwarded-.*|Forwarded|Via|X-Real-IP");

    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern PATH = Pattern.compile("(/[0-9A-Za-z._~-]+){1,20}");
    private static final Pattern AUTHORITY = Pattern.compile("[0-9A-Za-z.:\\[\\]-]{1,260}");

    private final InetAddressSet ours = new InetAddressSet();

    /**
     * @param ours addresses, or ranges of them such as {@code 10.0.0.0/8}
     */
    Proxies(List<String> ours) {
        this.ours.addAll(ours);
    }

    /**
     * Who asks: the last of those named on the way here that is no proxy of ours. What stands
     * before it anyone could have written.
     */
    InetAddress client(Context context) {
        InetAddress client = sender(context);
        if (context.header(FOR) == null) {
            return client;
        }
        List<String> named = values(context, FOR);
        for (int i = named.size() - 1; i >= 0 && ours.test(client); i--) {
            Optional<InetAddress> before = address(named.get(i));
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    /**
     * Whether who asks is on this machine. What comes by way of a proxy never is, even of one that
     * we were not told of and that does say that it hands something on.
     */
    boolean isLocal(Context context) {
        InetAddress sender = sender(context);
        return sender.isLoopbackAddress()
                && !ours.test(sender)
                && Collections.list(context.req().getHeaderNames()).stream()
                        .noneMatch(name -> HANDED_ON.matcher(name).matches());
    }

    /** {@code http} or {@code https}, as the client sees us. */
    String scheme(Context context) {
        return last(context, PROTO)
                .filter(scheme -> scheme.equals("http") || scheme.equals("https"))
                .orElse(context.req().getScheme());
    }

    /** Host and port, as the client sees us; null where it does not say. */
    String host(Context context) {
        return last(context, HOST)
                .filter(host -> AUTHORITY.matcher(host).matches())
                .orElse(context.header("Host"));
    }

    /** What the path that the client asks for begins with and ours does not; empty for nothing. */
    String prefix(Context context) {
        return last(context, PREFIX).filter(path -> PATH.matcher(path).matches()).orElse("");
    }

    private Optional<String> last(Context context, String header) {
        if (context.header(header) == null || !ours.test(sender(context))) {
            return Optional.empty();
        }
        List<String> values = values(context, header);
        return Optional.of(values.get(values.size() - 1));
    }

    private static List<String> values(Context context, String header) {
        return Collections.list(context.req().getHeaders(header)).stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .toList();
    }

    /** The other end of the connection. */
    private static InetAddress sender(Context context) {
        ConnectionMetaData connection =
                ServletContextRequest.getServletContextRequest(context.req())
                        .getConnectionMetaData();
        return ((InetSocketAddress) connection.getRemoteSocketAddress()).getAddress();
    }

    /** The address that a text is, with or without a port; names are not looked up. */
    private static Optional<InetAddress> address(String text) {
        try {
            boolean bare = text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[");
            String host = bare ? text : new HostPort(text).getHost();
            return IPV4.matcher(host).matches() || host.contains(":")
                    ? Optional.of(InetAddress.getByName(host))
                    : Optional.empty();
        } catch (UnknownHostException | IllegalArgumentException e) {
            return Optional.empty(); // Whoever wrote it meant something else.
        }
    }
}
