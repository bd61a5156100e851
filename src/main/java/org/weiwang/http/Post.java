package org.weiwang.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.weiwang.grid.Responder;

/**
 * A responder as documents show it.
 *
 * @param contact left out for those who may not see it, and where it is not known
 */
record Post(String role, String scope, @JsonInclude(JsonInclude.Include.NON_NULL) String contact) {
    static List<Post> of(List<Responder> responders, boolean contacts) {
        return responders.stream()
                .map(r -> new Post(r.role(), r.scope(), contacts ? r.contact() : null))
                .toList();
    }
}
