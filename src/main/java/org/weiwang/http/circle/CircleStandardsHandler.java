package org.weiwang.http.circle;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import org.weiwang.circle.standard.Standards;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;

/**
 * {@code GET /api/v1/circle/standards}: the standards that can be asked for, the usual one first,
 * with all figures and who says so.
 */
public final class CircleStandardsHandler implements Handler {
    private final Standards standards;

    public CircleStandardsHandler(Standards standards) {
        this.standards = standards;
    }

    @Override
    public void handle(Context context) {
        Parameters.of(context);
        Json.write(context, Map.of("standards", standards.all()));
    }
}
