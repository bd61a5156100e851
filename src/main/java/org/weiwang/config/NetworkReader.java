package org.weiwang.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.util.InetAddressSet;

/** Reads how the server meets the network. */
final class NetworkReader {
    static final String HOST = "WEIWANG_HOST";
    static final String PUBLIC_READS = "WEIWANG_PUBLIC_READS";
    static final String PROXIES = "WEIWANG_PROXIES";
    static final String PUBLIC_URL = "WEIWANG_PUBLIC_URL";
    static final String CORS_ORIGINS = "WEIWANG_CORS_ORIGINS";
    static final String REQUESTS_PER_MINUTE = "WEIWANG_REQUESTS_PER_MINUTE";
    static final String CONNECTIONS = "WEIWANG_CONNECTIONS";
    static final String IDLE_SECONDS = "WEIWANG_IDLE_SECONDS";

    private static final Settings.Network DEFAULT = Settings.Network.DEFAULT;

    private final SettingsReader settings;

    NetworkReader(SettingsReader settings) {
        this.settings = settings;
    }

    Settings.Network read() {
        return new Settings.Network(
                host(),
                proxies(),
                publicUrl(),
                corsOrigins(),
                settings.number(REQUESTS_PER_MINUTE, DEFAULT.requestsPerMinute(), 0, 1_000_000),
                settings.number(CONNECTIONS, DEFAULT.connections(), 10, 100_000),
                settings.number(IDLE_SECONDS, DEFAULT.idleSeconds(), 1, 3_600));
    }

    private String host() {
        String host = settings.text(HOST, DEFAULT.host());
        String publicReads = settings.text(PUBLIC_READS, "no");
        if (!List.of("yes", "no").contains(publicReads)) {
            settings.fault(PUBLIC_READS + " must be yes or no, not " + publicReads);
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress() && !publicReads.equals("yes")) {
                settings.fault(
                        ("%s %s lets other machines read grids, addresses and look-ups without a token; set %s=yes to say that this is meant")
                                .formatted(HOST, host, PUBLIC_READS));
            }
            return address.getHostAddress();
        } catch (UnknownHostException e) {
            settings.fault(HOST + " must be an address of this machine, not " + host);
            return host;
        }
    }

    private List<String> proxies() {
        List<String> proxies = settings.list(PROXIES);
        for (String proxy : proxies) {
            if (!isAddresses(proxy)) {
                settings.fault(
                        PROXIES
                                + " must be addresses or ranges like 10.0.0.0/8, with commas between; "
                                + proxy
                                + " is neither");
            }
        }
        return proxies;
    }

    /** Names are left out, since what they stand for may change. */
    private static boolean isAddresses(String text) {
        try {
            return text.matches("[0-9A-Fa-f.:]+(/[0-9]{1,3})?") && new InetAddressSet().add(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Links begin with it: what follows a host is a path, and nothing else. */
    private Optional<URI> publicUrl() {
        String url = settings.text(PUBLIC_URL, null);
        if (url == null) {
            return Optional.empty();
        }
        String bare = url.replaceFirst("/+$", "");
        int path = bare.indexOf('/', bare.indexOf("://") + 3);
        if (!isOrigin(path < 0 ? bare : bare.substring(0, path))
                || !(path < 0 || bare.substring(path).matches("(/[0-9A-Za-z._~-]+)+"))) {
            settings.fault(
                    PUBLIC_URL
                            + " must be like https://gis.example or https://gis.example/grids, not "
                            + url);
            return Optional.empty();
        }
        return Optional.of(URI.create(bare));
    }

    private Set<String> corsOrigins() {
        List<String> origins = settings.list(CORS_ORIGINS);
        for (String origin : origins) {
            if (!origin.equals("*") && !isOrigin(origin)) {
                settings.fault(
                        CORS_ORIGINS
                                + " must be * or origins like https://map.example, with commas between; "
                                + origin
                                + " is neither");
            }
        }
        return Set.copyOf(origins);
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = URI.create(text);
            return List.of("http", "https").contains(uri.getScheme())
                    && uri.getHost() != null
                    && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                    && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
