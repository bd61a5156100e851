package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.weiwang.atlas.Atlas;

/** {@code GET /api/v1/lookup}: which grid a point or an address is in, and who serves it. */
final class LookupHandler implements Handler {
    private final InForce inForce;

    LookupHandler(InForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public void handle(Context context) {
        LookupQuery query =
                LookupQuery.parse(Parameters.of(context, "lon", "lat", "datum", "address"));
        Atlas atlas = inForce.atlas();
        Json.write(
                context,
                query.address() == null
                        ? LookupAnswer.ofPoint(atlas.place(query.point()))
                        : LookupAnswer.ofAddress(atlas.find(query.address())));
    }
}
