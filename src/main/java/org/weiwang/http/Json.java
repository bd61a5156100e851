package org.weiwang.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.UncheckedIOException;

/** Writes small documents as JSON. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static void write(Context context, Object document) {
        write(context, "application/json", document);
    }

    static void write(Context context, String contentType, Object document) {
        try {
            context.result(MAPPER.writeValueAsBytes(document)).contentType(contentType);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
