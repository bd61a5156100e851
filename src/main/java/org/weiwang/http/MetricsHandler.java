package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.weiwang.http.wire.Parameters;

/** {@code GET /metrics}: all that is counted and timed, as Prometheus reads it. */
final class MetricsHandler implements Handler {
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry meters;

    MetricsHandler(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void handle(Context context) {
        Parameters.of(context);
        context.contentType(CONTENT_TYPE).result(meters.scrape(CONTENT_TYPE));
    }
}
