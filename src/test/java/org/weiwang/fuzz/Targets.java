package org.weiwang.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.weiwang.http.Operation;

/**
 * Paths and queries of requests for an operation.
 *
 * @param isMeant whether they are to be good, as far as can be told beforehand
 */
record Targets(Operation operation, boolean isMeant, SplittableRandom random) {
    /** Operations of so many parameters get few of them at once. */
    private static final int MANY = 12;

    String path() {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.get("in").textValue().equals("path")) {
                path =
                        path.replace(
                                "{" + parameter.get("name").textValue() + "}",
                                written(parameter, Sense.value(operation, parameter, random)));
            }
        }
        return isMeant || random.nextInt(20) > 0 ? path : led(path);
    }

    /** Elsewhere, perhaps. */
    private String led(String path) {
        int at = random.nextInt(path.length());
        return switch (random.nextInt(7)) {
            case 0 -> path + "/";
            case 1 -> path.replaceFirst("/", "//");
            case 2 -> path + ";jsessionid=1";
            case 3 -> path + "/.." + path;
            case 4 -> path.toUpperCase(Locale.ROOT);
            case 5 -> path.substring(0, at) + Words.one(Words.ESCAPES, random) + path.substring(at);
            default -> path + "/" + encoded(Nonsense.text(random));
        };
    }

    /** With its question mark, or empty. */
    String query() {
        Map<String, String> values = new LinkedHashMap<>();
        List<JsonNode> wanted =
                operation.parameters().stream()
                        .filter(parameter -> parameter.get("in").textValue().equals("query"))
                        .filter(this::isWanted)
                        .toList();
        for (JsonNode parameter : wanted) {
            values.put(
                    parameter.get("name").textValue(), Sense.value(operation, parameter, random));
        }
        if (isMeant) {
            agree(values);
        }
        List<String> pairs = new ArrayList<>();
        for (JsonNode parameter : wanted) {
            String name = parameter.get("name").textValue();
            if (values.containsKey(name)) {
                pairs.add(name + "=" + written(parameter, values.get(name)));
            }
        }
        if (!isMeant) {
            litter(pairs);
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private boolean isWanted(JsonNode parameter) {
        if (parameter.path("required").asBoolean()) {
            return isMeant || random.nextInt(20) > 0;
        }
        boolean isOften =
                operation.parameters().size() < MANY
                        || parameter.get("name").textValue().equals("filter");
        return random.nextInt(20) < (isOften ? 7 : 2);
    }

    /** Leaves out what does not go with the rest. */
    private void agree(Map<String, String> values) {
        boolean isLookup = operation.method().equals("get") && !operation.path().startsWith("/ogc");
        if (values.containsKey("datetime")) {
            values.remove("edition");
        }
        if (isLookup && values.containsKey("address")) {
            values.keySet().removeAll(List.of("lon", "lat", "datum"));
        } else if (isLookup && !(values.containsKey("lon") && values.containsKey("lat"))) {
            values.keySet().removeAll(List.of("lon", "lat", "datum"));
            values.computeIfPresent("nearby", (name, value) -> null);
        }
        String filter = values.get("filter");
        if (filter != null && values.containsKey("filter-lang")) {
            values.put("filter-lang", filter.startsWith("{") ? "cql2-json" : "cql2-text");
        }
    }

    private void litter(List<String> pairs) {
        if (random.nextInt(20) == 0) {
            pairs.add(encoded(Nonsense.text(random)) + "=" + encoded(Nonsense.text(random)));
        }
        if (!pairs.isEmpty() && random.nextInt(20) == 0) {
            pairs.add(Words.one(pairs, random));
        }
        if (random.nextInt(30) == 0) {
            pairs.add(Words.one(Words.ESCAPES, random));
        }
    }

    /** As the request has a value. */
    private String written(JsonNode parameter, String value) {
        if (isMeant) {
            return encoded(value);
        }
        return switch (random.nextInt(12)) {
            case 0, 1 -> encoded(Nonsense.text(random));
            case 2, 3, 4 -> encoded(Nonsense.mutated(value, random));
            case 5 ->
                    random.nextInt(3) > 0
                            ? value.replace(" ", "+")
                            : Words.one(Words.ESCAPES, random);
            default -> encoded(value);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
