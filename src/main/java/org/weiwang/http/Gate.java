package org.weiwang.http;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.weiwang.access.Authentication;
import org.weiwang.http.wire.Problem;

/**
 * What every request passes before it comes to a route: the headers for the browser, the limit of
 * requests, and the door.
 */
final class Gate {
    private static final String ONE_YEAR = "max-age=31536000";

    /** Of at most a hundred features. */
    private static final Pattern SHORT_PAGE = Pattern.compile("(^|&)limit=([0-9]{1,2}|100)(&|$)");

    /** As how much of a request a piece counts. */
    private static final double PIECE = 0.05;

    private final Proxies proxies;
    private final Cors cors;
    private final String publicUrl;
    private final RateLimit rateLimit;
    private final Door door;
    private final String contentSecurityPolicy;

    Gate(Exposure exposure, Authentication authentication, MapSettings mapSettings) {
        this.proxies = new Proxies(exposure.proxies());
        this.publicUrl = exposure.publicUrl();
        this.cors = new Cors(exposure.corsOrigins());
        this.rateLimit =
                exposure.requestsPerMinute() == 0
                        ? null
                        : new RateLimit(exposure.requestsPerMinute(), System::nanoTime);
        this.door = new Door(authentication, proxies);
        this.contentSecurityPolicy = mapSettings.contentSecurityPolicy();
    }

    void configure(JavalinConfig config) {
        config.contextResolver.ip = context -> proxies.client(context).getHostAddress();
        config.contextResolver.scheme = proxies::scheme;
        config.contextResolver.host = proxies::host;
        config.contextResolver.url = context -> root(context) + context.path();
        RoutesConfig routes = config.routes;
        routes.before(this::enter);
        routes.beforeMatched(door::authorise);
    }

    /** Where our paths begin, as the client sees them. */
    private String root(Context context) {
        return publicUrl == null
                ? context.scheme() + "://" + context.host() + proxies.prefix(context)
                : publicUrl;
    }

    private void enter(Context context) {
        setHeaders(context);
        limit(context);
        if (cors.answer(context)) {
            context.skipRemainingHandlers();
            return;
        }
        door.authenticate(context);
    }

    private void setHeaders(Context context) {
        // What was answered to one is not kept for another: many answers differ by who asks.
        context.header("Vary", "Authorization");
        context.res().addHeader("Vary", "Accept-Encoding");
        context.header("Content-Security-Policy", contentSecurityPolicy);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        if (context.scheme().equals("https")) {
            context.header("Strict-Transport-Security", ONE_YEAR);
        }
    }

    /**
     * GIS tools fetch layers in many small pieces, of which each takes a fraction of a millisecond:
     * GDAL 3.6 ten features at a time, maps a dozen tiles for each look.
     */
    private static double cost(Context context) {
        String query = context.queryString();
        boolean isPiece =
                context.path().startsWith("/ogc/")
                        && (context.path().contains("/tiles/")
                                || (query != null
                                        && SHORT_PAGE.matcher(query).find()
                                        && !query.contains("filter=")));
        return isPiece ? PIECE : 1;
    }

    private void limit(Context context) {
        if (rateLimit == null || proxies.isLocal(context)) {
            return;
        }
        int seconds = rateLimit.take(proxies.client(context), cost(context));
        if (seconds > 0) {
            context.header("Retry-After", Integer.toString(seconds));
            throw Problem.tooManyRequests().exception();
        }
    }
}
