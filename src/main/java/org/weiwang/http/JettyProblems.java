package org.weiwang.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.RequestId;

/** Requests that fail before they reach a route (too long, no HTTP at all) get a problem too. */
final class JettyProblems implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws JsonProcessingException {
        Map<String, Object> members = Problems.ofStatus(response.getStatus()).members();
        String id = response.getHeaders().get(RequestId.HEADER);
        if (id == null) {
            id = RequestId.of(null);
            response.getHeaders().put(RequestId.HEADER, id);
        }
        members.put(Problems.REQUEST_ID, id);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.write(true, ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(members)), callback);
        return true;
    }
}
