package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.Collections;
import java.util.List;
import org.weiwang.access.Actor;
import org.weiwang.access.Authentication;
import org.weiwang.access.Identity;
import org.weiwang.access.RefusedException;
import org.weiwang.access.Role;
import org.weiwang.http.wire.AtLeast;
import org.weiwang.http.wire.Caller;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/**
 * Finds out who asks and lets in who may. Whatever carries an {@code Authorization} is checked,
 * also what anyone may ask for and what is not there.
 */
final class Door {
    private static final String HEADER = "Authorization";

    private final Authentication authentication;
    private final Proxies proxies;

    Door(Authentication authentication, Proxies proxies) {
        this.authentication = authentication;
        this.proxies = proxies;
    }

    /**
     * Comes before anything else of a request is looked at.
     *
     * @throws ProblemException 401 for a credential that is not good
     */
    void authenticate(Context context) {
        if (context.req().getHeader(HEADER) == null) {
            return;
        }
        List<String> credentials = Collections.list(context.req().getHeaders(HEADER));
        if (credentials.size() > 1) {
            throw Problem.unauthorized(HEADER + " is given twice").exception();
        }
        try {
            Identity identity = authentication.authenticate(credentials.get(0));
            Actor actor = new Actor(identity.name(), context.ip());
            new Caller(actor, identity.role()).enter(context);
        } catch (RefusedException e) {
            throw Problem.unauthorized(e.getMessage()).exception();
        }
    }

    /**
     * Comes before the handler of a route that is there.
     *
     * @throws ProblemException 401 for nobody in particular, 403 for one whose role is too little
     */
    void authorise(Context context) {
        for (RouteRole role : context.routeRoles()) {
            if (role instanceof AtLeast least) {
                authorise(context, least);
                return;
            }
        }
        if (context.endpoints().matchedHttpEndpoint() != null) {
            throw new IllegalStateException(context.path() + " has no least role");
        }
    }

    private void authorise(Context context, AtLeast least) {
        Role role = Caller.roleOf(context);
        if (role.includes(least.role())
                || (role.includes(least.onLoopback()) && proxies.isLocal(context))) {
            return;
        }
        throw Caller.of(context).refusal("This", least.role()).exception();
    }
}
