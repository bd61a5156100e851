package org.weiwang.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import org.weiwang.access.Role;

/** Registers routes, each with the least role that may call it. */
final class Routes {
    private final RoutesConfig routes;

    Routes(RoutesConfig routes) {
        this.routes = routes;
    }

    void get(String path, Handler handler, Role least) {
        get(path, handler, new AtLeast(least));
    }

    /** HEAD answers as GET does, which the framework's own, never asking a handler, does not. */
    void get(String path, Handler handler, AtLeast least) {
        routes.get(path, handler, least);
        routes.head(path, handler, least);
    }

    void post(String path, Handler handler, Role least) {
        routes.post(path, handler, new AtLeast(least));
    }

    void put(String path, Handler handler, Role least) {
        routes.put(path, handler, new AtLeast(least));
    }

    void delete(String path, Handler handler, Role least) {
        routes.delete(path, handler, new AtLeast(least));
    }
}
