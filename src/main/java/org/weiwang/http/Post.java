package org.weiwang.http;

import java.util.List;
import org.weiwang.grid.Responder;

/** A responder as documents show it to everyone. */
record Post(String role, String scope) {
    static List<Post> of(List<Responder> responders) {
        return responders.stream().map(r -> new Post(r.role(), r.scope())).toList();
    }
}
