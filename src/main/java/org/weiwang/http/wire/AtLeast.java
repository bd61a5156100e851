package org.weiwang.http.wire;

import io.javalin.security.RouteRole;
import org.weiwang.access.Role;

/**
 * The least role that may call a route.
 *
 * @param role of who asks from another machine
 * @param onLoopback of who asks from this machine
 */
public record AtLeast(Role role, Role onLoopback) implements RouteRole {
    AtLeast(Role role) {
        this(role, role);
    }
}
