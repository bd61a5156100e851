package org.weiwang.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the definition of the interface says of one method of one path.
 *
 * @param method in lower case
 * @param path with names in braces
 * @param parameters those of the path and of the query, no references among them
 */
public record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
    /** All that a definition after OpenAPI 3.0 has. */
    public static List<Operation> all(JsonNode definition) {
        List<Operation> operations = new ArrayList<>();
        definition
                .get("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                method ->
                                                        operations.add(
                                                                new Operation(
                                                                        method.getKey(),
                                                                        path.getKey(),
                                                                        whole(
                                                                                method.getValue(),
                                                                                definition),
                                                                        parameters(
                                                                                method.getValue(),
                                                                                definition)))));
        return operations;
    }

    /** With its body, where that stands elsewhere. */
    private static JsonNode whole(JsonNode operation, JsonNode definition) {
        if (!operation.has("requestBody")) {
            return operation;
        }
        ObjectNode whole = operation.deepCopy();
        whole.set("requestBody", resolve(operation.get("requestBody"), definition));
        return whole;
    }

    private static List<JsonNode> parameters(JsonNode operation, JsonNode definition) {
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            parameters.add(resolve(parameter, definition));
        }
        return parameters;
    }

    /** What a node refers to, or itself. */
    public static JsonNode resolve(JsonNode node, JsonNode definition) {
        return node.has("$ref")
                ? resolve(definition.at(node.get("$ref").textValue().substring(1)), definition)
                : node;
    }

    /**
     * @param in path or query
     */
    public Set<String> names(String in) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : parameters) {
            if (parameter.get("in").textValue().equals(in)) {
                names.add(parameter.get("name").textValue());
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
