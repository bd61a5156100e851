package org.weiwang.http.wire;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import org.weiwang.access.Role;

/** Registers routes, each with the least role that may call it. */
public final class Routes {
    private final RoutesConfig routes;

    public Routes(RoutesConfig routes) {
        this.routes = routes;
    }

    public void get(String path, Handler handler, Role least) {
        get(path, handler, new AtLeast(least));
    }

    /** HEAD answers as GET does, which the framework's own, never asking a handler, does not. */
    public void get(String path, Handler handler, AtLeast least) {
        routes.get(path, handler, least);
        routes.head(path, handler, least);
    }

    /** What anyone may read, and ask what else may be done with it, which is nothing. */
    public void open(String path, Handler handler) {
        get(path, handler, Role.VIEWER);
        routes.options(
                path,
                context ->
                        context.header("Allow", "GET, HEAD, OPTIONS").status(HttpStatus.NO_CONTENT),
                new AtLeast(Role.VIEWER));
    }

    public void post(String path, Handler handler, Role least) {
        routes.post(path, handler, new AtLeast(least));
    }

    public void put(String path, Handler handler, Role least) {
        routes.put(path, handler, new AtLeast(least));
    }

    public void delete(String path, Handler handler, Role least) {
        routes.delete(path, handler, new AtLeast(least));
    }
}
