package org.weiwang.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.weiwang.geo.LonLat;

/**
 * A JSON object in a request's body, with its members as they must be. What is otherwise is a
 * {@link ProblemException} that names the member by its path, such as {@code added[2].lat}.
 */
public final class JsonObject {
    private static final int LONGEST_TEXT = 200;

    private final String path;
    private final JsonNode node;

    /**
     * @param path of the object in the body; empty for the whole
     * @param allowed the members that it may have
     */
    public JsonObject(String path, JsonNode node, String... allowed) {
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw path.isEmpty()
                    ? Problem.badBody(null, "The body must be a JSON object").exception()
                    : refused(path, "must be a JSON object", node);
        }
        List<String> known = List.of(allowed);
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw Problem.badBody(
                                path(name),
                                "There is no member \"%s\" here; allowed: %s"
                                        .formatted(path(name), String.join(", ", known)))
                        .exception();
            }
        }
    }

    /** The path of a member. */
    public String path(String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    public String path() {
        return path;
    }

    public JsonNode node() {
        return node;
    }

    /** Whether there is such a member, and it isn't null. */
    public boolean has(String member) {
        return node.hasNonNull(member);
    }

    /** The member, which must be there. */
    public JsonNode member(String member) {
        if (!has(member)) {
            throw Problem.badBody(path(member), path(member) + " is missing").exception();
        }
        return node.get(member);
    }

    /** Up to 200 characters. */
    public String text(String member) {
        return text(member, LONGEST_TEXT);
    }

    /** Up to so many characters, whatever number of bytes each takes. */
    public String text(String member, int most) {
        return text(path(member), member(member), most);
    }

    /** What something is called: no more characters than so many, not blank, on one line. */
    public String name(String member, int most) {
        String name = text(member, most).strip();
        if (name.isEmpty() || name.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(
                    path(member),
                    "must not be blank, and have no control characters",
                    member(member));
        }
        return name;
    }

    private static String text(String path, JsonNode value, int most) {
        if (!value.isTextual() || value.textValue().codePoints().count() > most) {
            throw refused(path, "must be a text of at most " + most + " characters", value);
        }
        if (!value.textValue().codePoints().allMatch(JsonObject::canBeKept)) {
            throw Problem.badBody(
                            path, path + " must have no U+0000 and no half of a surrogate pair")
                    .exception();
        }
        return value.textValue();
    }

    /** Neither UTF-8 nor PostgreSQL has the others. */
    private static boolean canBeKept(int codePoint) {
        return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
    }

    /** The texts of an array, none where it is missing. */
    public List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(member)) {
            texts.add(text(path(member, texts.size()), value, LONGEST_TEXT));
        }
        return texts;
    }

    /**
     * The objects of an array, none where it is missing.
     *
     * @param allowed the members that each may have
     */
    public List<JsonObject> objects(String member, String... allowed) {
        List<JsonObject> objects = new ArrayList<>();
        for (JsonNode value : array(member)) {
            objects.add(new JsonObject(path(member, objects.size()), value, allowed));
        }
        return objects;
    }

    private Iterable<JsonNode> array(String member) {
        if (!has(member)) {
            return List.of();
        }
        JsonNode array = node.get(member);
        if (!array.isArray()) {
            throw refused(path(member), "must be an array", array);
        }
        return array;
    }

    /** The path of an element of an array. */
    public String path(String member, int number) {
        return path(member) + "[" + number + "]";
    }

    public int whole(String member, int least, int most) {
        JsonNode value = member(member);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw refused(
                    path(member),
                    "must be a whole number from %d to %d".formatted(least, most),
                    value);
        }
        return value.intValue();
    }

    /** The point, in WGS 84, of the members {@code lon} and {@code lat}. */
    public LonLat point() {
        return new LonLat(degrees("lon", 180), degrees("lat", 90));
    }

    private double degrees(String member, int most) {
        JsonNode value = member(member);
        if (!value.isNumber() || !(Math.abs(value.doubleValue()) <= most)) {
            throw refused(
                    path(member), "must be a number from -%d to %d".formatted(most, most), value);
        }
        return value.doubleValue();
    }

    public static ProblemException refused(String path, String rule, JsonNode value) {
        return Problem.badBody(path, "%s %s; it is %s".formatted(path, rule, said(value)))
                .exception();
    }

    private static String said(JsonNode value) {
        String said = value.toString();
        return said.codePointCount(0, said.length()) > LONGEST_TEXT
                ? said.substring(0, said.offsetByCodePoints(0, LONGEST_TEXT)) + "…"
                : said;
    }
}
