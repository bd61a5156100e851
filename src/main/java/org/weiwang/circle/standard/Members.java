package org.weiwang.circle.standard;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The members of one object in a file. Whatever is wrong with one that is asked for is noted among
 * the file's faults, with its place, and something harmless is answered in its stead: nothing, an
 * empty text, an empty list. Used by one thread.
 */
final class Members {
    private static final String FILLED = "a text that is not empty";
    private static final int LONGEST_SHOWN = 60;

    private final JsonNode object;
    private final String file;
    private final String path;
    private final List<String> faults;
    private final Set<String> known = new LinkedHashSet<>();

    private Members(JsonNode object, String file, String path, List<String> faults) {
        this.object = object;
        this.file = file;
        this.path = path;
        this.faults = faults;
    }

    /** Empty, and a fault, when the document is no object. */
    static Optional<Members> of(JsonNode document, String file, List<String> faults) {
        if (!document.isObject()) {
            faults.add(file + ": must be a JSON object, not " + shown(document));
            return Optional.empty();
        }
        return Optional.of(new Members(document, file, "", faults));
    }

    /** A member's place in the file, such as {@code categories[2].minutes}. */
    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    void fault(String name, String fault) {
        faults.add(file + ": " + path(name) + " " + fault);
    }

    String text(String name) {
        return member(name, FILLED, Members::isFilled).map(JsonNode::textValue).orElse("");
    }

    /** A text, which may be empty. */
    String anyText(String name) {
        return member(name, "a text", JsonNode::isTextual).map(JsonNode::textValue).orElse("");
    }

    /** A text that matches the pattern. */
    String text(String name, String pattern, String expected) {
        return member(name, expected, v -> v.isTextual() && v.textValue().matches(pattern))
                .map(JsonNode::textValue)
                .orElse("");
    }

    boolean yesNo(String name) {
        return member(name, "true or false", JsonNode::isBoolean)
                .map(JsonNode::booleanValue)
                .orElse(false);
    }

    Optional<Double> number(String name, double least, double most) {
        String expected = "a number " + bounds(least, most);
        return member(name, expected, v -> isNumber(v, least, most)).map(JsonNode::doubleValue);
    }

    /** A number, or null. */
    Optional<Double> numberIfAny(String name, double least, double most) {
        String expected = "a number " + bounds(least, most) + ", or null";
        return member(name, expected, v -> v.isNull() || isNumber(v, least, most))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue);
    }

    /** A member that must be there and be null. */
    void none(String name, String expected) {
        member(name, expected, JsonNode::isNull);
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return member(
                        name,
                        "one of " + String.join(", ", names),
                        v -> v.isTextual() && names.contains(v.textValue()))
                .map(v -> Enum.valueOf(type, v.textValue()));
    }

    Optional<Members> object(String name) {
        return member(name, "an object", JsonNode::isObject)
                .map(v -> new Members(v, file, path(name), faults));
    }

    /**
     * The objects of an array; those of its elements that are none are left out.
     *
     * @param least how many elements there must be
     */
    List<Members> objects(String name, int least) {
        List<Members> objects = new ArrayList<>();
        List<JsonNode> elements = elements(name, least);
        for (int i = 0; i < elements.size(); i++) {
            String place = name + "[" + i + "]";
            if (isRight(place, elements.get(i), "an object", JsonNode::isObject)) {
                objects.add(new Members(elements.get(i), file, path(place), faults));
            }
        }
        return objects;
    }

    /** The texts of an array, none empty and none there twice. */
    List<String> texts(String name) {
        Set<String> texts = new LinkedHashSet<>();
        List<JsonNode> elements = elements(name, 0);
        for (int i = 0; i < elements.size(); i++) {
            String place = name + "[" + i + "]";
            JsonNode element = elements.get(i);
            if (isRight(place, element, FILLED, Members::isFilled)
                    && !texts.add(element.textValue())) {
                fault(place, "is there twice: " + shown(element));
            }
        }
        return List.copyOf(texts);
    }

    /** Notes the members that were never asked for. */
    void refuseOthers() {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                fault(name, "is not known; there are " + String.join(", ", known));
            }
        }
    }

    private List<JsonNode> elements(String name, int least) {
        List<JsonNode> elements = new ArrayList<>();
        String expected = least == 0 ? "an array" : "an array that is not empty";
        member(name, expected, v -> v.isArray() && v.size() >= least)
                .ifPresent(v -> v.forEach(elements::add));
        return elements;
    }

    private Optional<JsonNode> member(String name, String expected, Predicate<JsonNode> right) {
        known.add(name);
        JsonNode value = object.get(name);
        if (value == null) {
            fault(name, "is missing; it must be " + expected);
            return Optional.empty();
        }
        return isRight(name, value, expected, right) ? Optional.of(value) : Optional.empty();
    }

    private boolean isRight(
            String name, JsonNode value, String expected, Predicate<JsonNode> right) {
        if (!right.test(value)) {
            fault(name, "must be " + expected + ", not " + shown(value));
            return false;
        }
        return true;
    }

    private static boolean isFilled(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank();
    }

    private static boolean isNumber(JsonNode value, double least, double most) {
        return value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most;
    }

    private static String bounds(double least, double most) {
        return "from " + plain(least) + " to " + plain(most);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "an empty file" : value.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
