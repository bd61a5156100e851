package org.weiwang.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.weiwang.http.Operation;

/** Values that may well be good. */
final class Sense {
    private Sense() {}

    /** Of a parameter of an operation. */
    static String value(Operation operation, JsonNode parameter, SplittableRandom random) {
        String name = parameter.get("name").textValue();
        JsonNode schema = parameter.get("schema");
        if (name.equals("token")) {
            return token(random);
        }
        if (schema.has("enum") && random.nextInt(4) > 0) {
            return oneOf(schema.get("enum"), random);
        }
        return value(
                switch (name) {
                    case "id" ->
                            schema.get("type").textValue().equals("integer")
                                    ? "scenarioId"
                                    : "editionId";
                    case "a", "b" -> "editionId";
                    case "grid", "parentCode" -> "code";
                    case "category" -> operation.path().endsWith("/unserved") ? "served" : name;
                    default -> name;
                },
                schema,
                random);
    }

    /** Of a parameter or a member of a name. */
    static String value(String name, JsonNode schema, SplittableRandom random) {
        if (Words.VALUES.containsKey(name)) {
            return Words.one(Words.VALUES.get(name), random);
        }
        if (schema.has("enum")) {
            return oneOf(schema.get("enum"), random);
        }
        return switch (name) {
            case "lon" -> Double.toString(103.506 + random.nextDouble() * 0.02);
            case "lat" -> Double.toString(30.193 + random.nextDouble() * 0.007);
            default ->
                    schema.path("type").asText().matches("integer|number")
                            ? Integer.toString(number(schema, random))
                            : "x" + random.nextInt(10);
        };
    }

    private static String oneOf(JsonNode array, SplittableRandom random) {
        return array.get(random.nextInt(array.size())).asText();
    }

    private static int number(JsonNode schema, SplittableRandom random) {
        int least = schema.path("minimum").asInt(0);
        int most = schema.path("maximum").asInt(1_000);
        return switch (random.nextInt(12)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> least - 1;
            case 3 -> most + (most < Integer.MAX_VALUE ? 1 : 0);
            default -> least + random.nextInt(Math.max(1, Math.min(20, most - least)));
        };
    }

    /** Of the form that tokens have, of pages that there may be. */
    private static String token(SplittableRandom random) {
        List<String> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            parts.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Integer.toString(random.nextInt(20));
                        case 1 -> Nonsense.text(random);
                        case 2 -> Words.one(Words.VALUES.get("featureId"), random);
                        default -> Long.toString(random.nextLong() >>> 1);
                    });
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(":", parts).getBytes(StandardCharsets.UTF_8));
    }
}
