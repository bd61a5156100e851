package org.weiwang.http;

import io.javalin.http.Context;
import java.util.Map;

/** {@code GET /health/live} and {@code /health/ready}. */
final class HealthHandlers {
    private final InForce inForce;

    HealthHandlers(InForce inForce) {
        this.inForce = inForce;
    }

    /** The process answers. */
    void live(Context context) {
        Parameters.of(context);
        Json.write(context, Map.of("status", "live"));
    }

    /** The atlas answers; 503 until then. */
    void ready(Context context) {
        Parameters.of(context);
        Json.write(context, Map.of("status", "ready", "atlasVersion", inForce.atlas().version()));
    }
}
