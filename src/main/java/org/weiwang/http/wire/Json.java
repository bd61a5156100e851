package org.weiwang.http.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.UncheckedIOException;

/** Writes small documents as JSON. */
public final class Json {
    public static final ObjectMapper MAPPER =
            new ObjectMapper(
                    JsonFactory.builder()
                            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                            .build());

    private Json() {}

    public static void write(Context context, Object document) {
        write(context, "application/json", document);
    }

    /**
     * @param document as written
     */
    public static void write(Context context, byte[] document) {
        context.result(document).contentType("application/json");
    }

    public static void write(Context context, String contentType, Object document) {
        context.result(bytes(document)).contentType(contentType);
    }

    public static byte[] bytes(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
