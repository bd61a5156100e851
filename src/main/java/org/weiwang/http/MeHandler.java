package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.weiwang.access.Role;
import org.weiwang.http.wire.Caller;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;

/** {@code GET /api/v1/me}: who the caller is. */
final class MeHandler implements Handler {
    /**
     * @param name null for one who has sent no token
     */
    private record Me(String name, Role role) {}

    @Override
    public void handle(Context context) {
        Parameters.of(context);
        Caller caller = Caller.of(context);
        Privacy.forThisCallerOnly(context);
        Json.write(context, new Me(caller.actor().name(), caller.role()));
    }
}
