package org.weiwang.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that can be set, checked.
 *
 * @param port where the server listens; 0 for any free port
 * @param data the folder of all that the program keeps
 * @param database the server to use; empty for the program's own, in the data folder
 * @param tiles the layer below the grids on the map; empty for none
 * @param batch how much is looked up with one request at most
 * @param uploadMebibytes how large an uploaded hand-over may be, at least 1
 * @param network how the server meets the network
 * @param oidc the OpenID provider whose tokens are good here; empty for none
 * @param circle how the living circle is made
 * @param slowMillis a request that takes as long is named in the log
 * @param addressWords the tenant's own words behind numbers of addresses, by what they number:
 *     group, number, building, unit, floor or room; none where the usual word is meant
 */
public record Settings(
        int port,
        Path data,
        Optional<Database> database,
        Optional<Tiles> tiles,
        Batch batch,
        int uploadMebibytes,
        Network network,
        Optional<Oidc> oidc,
        Circle circle,
        int slowMillis,
        Map<String, String> addressWords) {
    public static final int UPLOAD_MEBIBYTES = 1_024;
    public static final int SLOW_MILLIS = 1_000;

    /**
     * A PostgreSQL server with PostGIS.
     *
     * @param url JDBC address
     */
    public record Database(String url, String user, String password) {
        /** Leaves the password out, and what may hold one. */
        @Override
        public String toString() {
            return user + " at " + url.replaceFirst("\\?.*", "");
        }
    }

    /**
     * @param url with {z}, {x} and {y} in it
     */
    public record Tiles(String url, String attribution) {}

    /**
     * @param rows at least 1
     * @param mebibytes of the request, at least 1
     */
    public record Batch(int rows, int mebibytes) {
        public static final Batch DEFAULT = new Batch(1_000_000, 256);
    }

    /**
     * @param host the address to listen on; another than loopback only where the settings say that
     *     anyone may read
     * @param proxies addresses, or ranges of them, of proxies whose {@code X-Forwarded-} headers
     *     hold
     * @param publicUrl under which clients know the server, without a slash at its end; empty where
     *     the request says it
     * @param corsOrigins whose pages may read; {@code *} among them for all
     * @param requestsPerMinute of one client that is on another machine; 0 for any number
     * @param connections how many at once at most
     * @param idleSeconds how long a client may stay silent
     */
    public record Network(
            String host,
            List<String> proxies,
            Optional<URI> publicUrl,
            Set<String> corsOrigins,
            int requestsPerMinute,
            int connections,
            int idleSeconds) {
        public static final Network DEFAULT =
                new Network("127.0.0.1", List.of(), Optional.empty(), Set.of(), 1_200, 1_000, 30);
    }

    /**
     * @param issuer as its tokens name it
     * @param audience whom its tokens must be for
     * @param roleClaim the claim with the user's roles; names with dots between for one within
     *     others
     * @param client as which users sign in on the page; empty where they don't
     */
    public record Oidc(URI issuer, String audience, String roleClaim, Optional<Client> client) {}

    /**
     * @param isOn whether it is made at all
     * @param snapMetres how far from the walking network an address or a facility may lie
     * @param isochroneMetres how far from the ways that are reached an isochrone extends
     * @param standards the folder of the users' own; empty for the shipped ones alone
     */
    public record Circle(
            boolean isOn, int snapMetres, int isochroneMetres, Optional<Path> standards) {
        public static final Circle DEFAULT = new Circle(true, 200, 30, Optional.empty());
    }

    /**
     * The page, as the OpenID provider knows it. It has no secret.
     *
     * @param scope what is asked for: names with blanks between, {@code openid} among them
     */
    public record Client(String id, String scope) {}
}
