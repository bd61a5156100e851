package org.weiwang.http;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The query parameters of a request, none of them unknown, none given twice. */
final class Parameters {
    /** Keeps out what Java reads as a number and nobody else does, such as 1d and 0x1p3. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,5})?");

    private final Map<String, String> values = new LinkedHashMap<>();

    private Parameters() {}

    /**
     * @throws ProblemException when a parameter is not among those allowed, is given twice, or is
     *     not well encoded
     */
    static Parameters of(Context context, String... allowed) {
        List<String> known = List.of(allowed);
        Parameters parameters = new Parameters();
        String query = context.queryString();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                parameters.add(pair, known);
            }
        }
        return parameters;
    }

    private void add(String pair, List<String> known) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        if (!known.contains(name)) {
            throw unknown(name, known);
        }
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (values.putIfAbsent(name, value) != null) {
            throw Problem.badParameter(name, name + " is given twice").exception();
        }
    }

    /** The framework's own reading drops what is not well encoded, without a word. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter(
                            text,
                            "\"" + text + "\" is not well encoded: % needs two hexadecimal digits")
                    .exception();
        }
    }

    private static ProblemException unknown(String name, List<String> known) {
        String allowed = known.isEmpty() ? "none" : String.join(", ", known);
        return Problem.badParameter(
                        name, "There is no parameter \"" + name + "\" here; allowed: " + allowed)
                .exception();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * @throws ProblemException when the parameter is missing or not a finite number
     */
    double number(String name) {
        String value =
                text(name)
                        .orElseThrow(
                                () -> Problem.badParameter(name, name + " is missing").exception());
        return number(name, value);
    }

    /**
     * @throws ProblemException when the text is not a finite number
     */
    static double number(String name, String text) {
        String trimmed = text.strip();
        double number =
                NUMBER.matcher(trimmed).matches() ? Double.parseDouble(trimmed) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw Problem.badParameter(name, name + " must be a number, not \"" + text + "\"")
                    .exception();
        }
        return number;
    }
}
