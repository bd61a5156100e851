package org.weiwang.http;

import io.javalin.router.Endpoint;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.weiwang.http.wire.RequestId;

/**
 * Stands before everything that answers requests: gives each its id, in the answer and in all lines
 * of the log that are written meanwhile, and tells how long it took. What is asked for is told
 * nowhere: no query, no body, and of the path the route alone.
 */
final class RequestWatch extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);
    private static final String IN_LOG = "request";
    private static final String NO_ROUTE = "none";

    private final RequestMetrics metrics;
    private final long slowNanos;

    RequestWatch(Monitoring monitoring) {
        this.metrics = new RequestMetrics(monitoring.meters());
        this.slowNanos = monitoring.slow().toNanos();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long start = System.nanoTime();
        Exchange exchange = Exchange.begin(request);
        response.getHeaders().put(RequestId.HEADER, exchange.id());
        MDC.put(IN_LOG, exchange.id());
        try {
            return super.handle(request, response, callback);
        } finally {
            end(request, response, exchange.route(), System.nanoTime() - start);
            MDC.remove(IN_LOG);
        }
    }

    private void end(Request request, Response response, Endpoint route, long nanos) {
        metrics.add(route, response.getStatus(), nanos);
        boolean isSlow = nanos >= slowNanos;
        if (isSlow || LOG.isDebugEnabled()) {
            LOG.atLevel(isSlow ? Level.WARN : Level.DEBUG)
                    .addKeyValue("method", route == null ? NO_ROUTE : request.getMethod())
                    .addKeyValue("route", route == null ? NO_ROUTE : route.path)
                    .addKeyValue("status", response.getStatus())
                    .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(nanos))
                    .log(isSlow ? "slow request" : "request");
        }
    }
}
