package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.weiwang.atlas.Atlas;

/**
 * {@code GET /api/v1/lookup}: which grid a point or an address is in, and who serves it. As of
 * another moment or edition: which grid of then it is in, the address found among those of today;
 * who serves is known of today only.
 */
final class LookupHandler implements Handler {
    private final InForce inForce;

    LookupHandler(InForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public void handle(Context context) {
        Parameters parameters =
                Parameters.of(context, "lon", "lat", "datum", "address", "datetime", "edition");
        LookupQuery query = LookupQuery.parse(parameters);
        Atlas atlas = inForce.atlas(AsOf.parse(parameters, context));
        boolean contacts = Privacy.showsContacts(context);
        Json.write(
                context,
                query.address() == null
                        ? LookupAnswer.ofPoint(atlas.place(query.point()), contacts)
                        : LookupAnswer.ofAddress(atlas.find(query.address()), contacts));
    }
}
