package org.weiwang.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;

/**
 * {@code GET /api/v1/openapi}: the definition of all that answers, after OpenAPI 3.0. That of the
 * layers follows from them; the rest lies under {@code api/}, a file for each topic.
 */
final class DefinitionHandler implements Handler {
    static final String CONTENT_TYPE = "application/vnd.oai.openapi+json;version=3.0";

    private static final List<String> TOPICS =
            List.of(
                    "shared",
                    "lookup",
                    "editions",
                    "revising",
                    "circle",
                    "scenarios",
                    "operations");

    private static final String LAYERS = "/ogc";

    private final ObjectNode definition = Json.MAPPER.createObjectNode();

    /**
     * @param layers the definition of the layers, to whose landing page its paths are relative
     */
    DefinitionHandler(ObjectNode layers) {
        definition.put("openapi", layers.get("openapi").textValue());
        for (String topic : TOPICS) {
            merge(read(topic), definition);
        }
        ObjectNode paths = definition.withObject("/paths");
        layers.get("paths")
                .properties()
                .forEach(
                        path ->
                                paths.set(
                                        path.getKey().equals("/") ? LAYERS : LAYERS + path.getKey(),
                                        path.getValue()));
        merge((ObjectNode) layers.get("components"), definition.withObject("/components"));
    }

    @Override
    public void handle(Context context) {
        Parameters.of(context);
        String url = context.url();
        ObjectNode document = Json.MAPPER.createObjectNode();
        document.setAll(definition);
        document.putArray("servers")
                .addObject()
                .put("url", url.substring(0, url.length() - context.path().length()));
        Json.write(context, CONTENT_TYPE, document);
    }

    private static ObjectNode read(String topic) {
        try (InputStream file =
                DefinitionHandler.class.getResourceAsStream("/api/" + topic + ".json")) {
            return (ObjectNode) Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing may be said twice. */
    private static void merge(ObjectNode from, ObjectNode into) {
        from.properties()
                .forEach(
                        member -> {
                            JsonNode there = into.get(member.getKey());
                            if (there == null) {
                                into.set(member.getKey(), member.getValue());
                            } else if (there.isObject() && member.getValue().isObject()) {
                                merge((ObjectNode) member.getValue(), (ObjectNode) there);
                            } else {
                                throw new IllegalStateException(
                                        member.getKey() + " is defined twice");
                            }
                        });
    }
}
