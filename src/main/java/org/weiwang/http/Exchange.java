package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.server.Request;
import org.weiwang.http.wire.RequestId;

/** A request from its arrival until it is answered. For the thread that answers it. */
final class Exchange {
    private static final String ATTRIBUTE = Exchange.class.getName();

    private final String id;
    private Context context;

    private Exchange(String id) {
        this.id = id;
    }

    /** Begins one, which can be had from the request from now on. */
    static Exchange begin(Request request) {
        Exchange exchange = new Exchange(RequestId.of(request.getHeaders().get(RequestId.HEADER)));
        request.setAttribute(ATTRIBUTE, exchange);
        return exchange;
    }

    static Exchange of(HttpServletRequest request) {
        return (Exchange) request.getAttribute(ATTRIBUTE);
    }

    String id() {
        return id;
    }

    /** The framework has begun to look for a route. */
    void routed(Context by) {
        context = by;
    }

    /** The route that answered; null where none did, as for the files of the page. */
    Endpoint route() {
        return context == null ? null : context.endpoints().lastHttpEndpoint();
    }
}
