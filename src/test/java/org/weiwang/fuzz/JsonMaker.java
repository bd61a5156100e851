package org.weiwang.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.weiwang.http.Operation;

/**
 * JSON of a schema.
 *
 * @param isMeant whether it is to be good, as far as can be told beforehand
 */
record JsonMaker(JsonNode definition, boolean isMeant, SplittableRandom random) {
    private static final int MANY = 400;

    String make(JsonNode schema) {
        return make("", schema);
    }

    private String make(String name, JsonNode reference) {
        JsonNode schema = Operation.resolve(reference, definition);
        if (schema.has("oneOf")) {
            return make(name, schema.get("oneOf").get(random.nextInt(schema.get("oneOf").size())));
        }
        if (!isMeant && random.nextInt(30) == 0) {
            return random.nextBoolean()
                    ? Words.one(Words.TOKENS, random)
                    : quoted(Nonsense.text(random));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema);
            case "array" -> array(name, schema);
            case "integer", "number" -> Sense.value(name, schema, random);
            default ->
                    quoted(
                            !isMeant && random.nextInt(8) == 0
                                    ? Nonsense.text(random)
                                    : Sense.value(name, schema, random));
        };
    }

    private String object(JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.textValue()));
        List<String> members = new ArrayList<>();
        schema.path("properties")
                .properties()
                .forEach(
                        member -> {
                            boolean isThere =
                                    required.contains(member.getKey())
                                            ? isMeant || random.nextInt(25) > 0
                                            : random.nextInt(5) < 2;
                            if (isThere) {
                                String value =
                                        make(named(member.getKey(), schema), member.getValue());
                                members.add(quoted(member.getKey()) + ":" + value);
                            }
                        });
        if (!schema.has("properties")) {
            members.add("\"lon\":103.51,\"lat\":30.195");
        }
        if (!isMeant && random.nextInt(25) == 0) {
            members.add(quoted(Nonsense.text(random)) + ":1");
        }
        return members.stream().collect(Collectors.joining(",", "{", "}"));
    }

    /** A category to be served is another thing than that of a facility. */
    private static String named(String member, JsonNode schema) {
        return member.equals("category") && schema.get("properties").has("sites")
                ? "served"
                : member;
    }

    private String array(String name, JsonNode schema) {
        int length = !isMeant && random.nextInt(60) == 0 ? MANY : random.nextInt(4);
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < Math.max(length, schema.path("minItems").asInt()); i++) {
            elements.add(make(name.equals("closed") ? "facility" : name, schema.get("items")));
        }
        return elements.stream().collect(Collectors.joining(",", "[", "]"));
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            quoted.append(
                    c == '"' || c == '\\' || c < ' ' || Character.isSurrogate(c)
                            ? "\\u%04x".formatted((int) c)
                            : Character.toString(c));
        }
        return quoted.append('"').toString();
    }
}
