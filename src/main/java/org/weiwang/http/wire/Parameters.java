package org.weiwang.http.wire;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The query parameters of a request, none of them unknown, none given twice. */
public final class Parameters {
    /** Keeps out what Java reads as a number and nobody else does, such as 1d and 0x1p3. */
    private static final String OF_NUMBERS = "0123456789.-+eE";

    private static final char REPLACEMENT = '\ufffd';

    public static final Parameters NONE = new Parameters();

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<String>> repeated = new HashMap<>();

    private Parameters() {}

    /**
     * @throws ProblemException when a parameter is not among those allowed, is given twice, or is
     *     not well encoded
     */
    public static Parameters of(Context context, String... allowed) {
        return repeating(context, List.of(), Arrays.asList(allowed));
    }

    /**
     * As {@link #of}, with some that may be given more than once.
     *
     * @param repeatable may be given any number of times
     */
    public static Parameters repeating(
            Context context, List<String> repeatable, List<String> allowed) {
        List<String> known = Stream.concat(allowed.stream(), repeatable.stream()).toList();
        Parameters parameters = new Parameters();
        repeatable.forEach(name -> parameters.repeated.put(name, new ArrayList<>()));
        String query = context.queryString();
        if (query != null && !query.isEmpty()) {
            int from = 0;
            for (int end; (end = query.indexOf('&', from)) >= 0; from = end + 1) {
                parameters.add(query.substring(from, end), known);
            }
            parameters.add(query.substring(from), known);
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
        if (repeated.containsKey(name)) {
            repeated.get(name).add(value);
        } else if (values.putIfAbsent(name, value) != null) {
            throw Problem.badParameter(name, name + " is given twice").exception();
        }
    }

    /** The framework's own reading drops what is not well encoded, without a word. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        String decoded;
        try {
            decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw illEncoded(text, "% needs two hexadecimal digits");
        }
        // In the place of what is no UTF-8, such as GBK: it would be looked for in vain.
        if (decoded.indexOf(REPLACEMENT) >= 0) {
            throw illEncoded(text, "it must be UTF-8");
        }
        return decoded;
    }

    private static ProblemException illEncoded(String text, String rule) {
        return Problem.badParameter(text, "\"%s\" is not well encoded: %s".formatted(text, rule))
                .exception();
    }

    private static ProblemException unknown(String name, List<String> known) {
        String allowed = known.isEmpty() ? "none" : String.join(", ", known);
        return Problem.badParameter(
                        name, "There is no parameter \"" + name + "\" here; allowed: " + allowed)
                .exception();
    }

    /**
     * These and, for those that are missing, others.
     *
     * @param others values by name
     */
    public Parameters orElse(Map<String, String> others) {
        Parameters all = new Parameters();
        all.values.putAll(others);
        all.values.putAll(values);
        return all;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The values of one that may be given more than once, in the order of the request. */
    public List<String> all(String repeatable) {
        return repeated.get(repeatable);
    }

    /**
     * @throws ProblemException when the parameter is missing
     */
    public String required(String name) {
        return text(name)
                .orElseThrow(() -> Problem.badParameter(name, name + " is missing").exception());
    }

    /**
     * @throws ProblemException when the parameter is missing or not a finite number
     */
    public double number(String name) {
        return number(name, required(name));
    }

    /**
     * @throws ProblemException when the text is not a finite number
     */
    public static double number(String name, String text) {
        double number = parse(text.strip());
        if (!Double.isFinite(number)) {
            throw Problem.badParameter(name, name + " must be a number, not \"" + text + "\"")
                    .exception();
        }
        return number;
    }

    /** NaN for what is no number. */
    private static double parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (OF_NUMBERS.indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return JavaDoubleParser.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    public static ProblemException notOneOf(String parameter, List<String> allowed, String value) {
        return Problem.badParameter(
                        parameter,
                        "%s must be one of %s, not \"%s\""
                                .formatted(parameter, String.join(", ", allowed), value))
                .exception();
    }
}
