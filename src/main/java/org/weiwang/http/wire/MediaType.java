package org.weiwang.http.wire;

import static java.util.Locale.ROOT;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a request says that its body is, and what answers are. */
public final class MediaType {
    public static final String GEO_JSON = "application/geo+json";

    private MediaType() {}

    /** The header as it stands, with its parameters; empty where there is none. */
    public static String header(Context context) {
        // Not the framework's contentType(), which fails on a charset that there is not.
        return Objects.requireNonNullElse(context.header("Content-Type"), "");
    }

    /** Without parameters, in lower case. */
    public static String of(String header) {
        return header.replaceFirst(";.*", "").strip().toLowerCase(ROOT);
    }

    /**
     * @throws ProblemException 415 when the body is said to be of another type or compressed
     */
    public static void refuseOtherThan(String type, Context context) {
        oneOf(Set.of(type), context);
    }

    /**
     * Which of the types the body is said to be of.
     *
     * @throws ProblemException 415 when it is of none of them, or compressed
     */
    public static String oneOf(Set<String> types, Context context) {
        String header = header(context);
        String type = of(header);
        if (!types.contains(type)) {
            throw Problem.unsupportedType(
                            "The body must be %s, not \"%s\""
                                    .formatted(
                                            types.stream()
                                                    .sorted()
                                                    .collect(Collectors.joining(" or ")),
                                            header))
                    .exception();
        }
        refuseCompressed(context);
        return type;
    }

    public static void refuseCompressed(Context context) {
        String encoding = context.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.unsupportedType("The body must not be compressed (Content-Encoding)")
                    .exception();
        }
    }
}
