package org.weiwang.feature.cql2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a filter in JSON form. Places in it are JSON pointers; that of the whole is empty. */
final class JsonParser {
    private static final ObjectReader READER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(JsonNode.class);

    private static final Set<String> NAMES =
            Set.of("property", "date", "timestamp", "interval", "bbox");

    private JsonParser() {}

    static Syntax parse(String filter) throws Cql2Exception {
        try {
            return operand(READER.readTree(filter), 1, "");
        } catch (StreamConstraintsException e) {
            throw new Cql2Exception("this JSON is nested too deep, or one of its values too long");
        } catch (JsonEOFException e) {
            throw new Cql2Exception("this JSON ends too early", character(e));
        } catch (MismatchedInputException e) {
            throw new Cql2Exception("something follows after this JSON", character(e));
        } catch (JsonProcessingException e) {
            throw new Cql2Exception("this is no JSON: " + e.getOriginalMessage(), character(e));
        }
    }

    private static String character(JsonProcessingException e) {
        return "character " + (e.getLocation().getCharOffset() + 1);
    }

    private static Syntax operand(JsonNode node, int depth, String place) throws Cql2Exception {
        if (node.isTextual()) {
            return new Syntax.Text(node.textValue(), shown(place));
        }
        if (node.isNumber()) {
            return number(node, place);
        }
        if (node.isBoolean()) {
            return new Syntax.Truth(node.booleanValue(), shown(place));
        }
        if (!node.isObject()) {
            throw new Cql2Exception(
                    "a condition, a property or a value is expected, not " + words(node),
                    shown(place));
        }
        if (node.has("op")) {
            return call(node, depth, place);
        }
        if (node.has("type")) {
            return new Syntax.Figure(new GeoJsonReader(place).read(node), shown(place));
        }
        return named(node, place);
    }

    private static Syntax.Numeric number(JsonNode node, String place) throws Cql2Exception {
        Number number =
                node.isIntegralNumber() && node.canConvertToLong()
                        ? (Number) node.longValue()
                        : (Number) Literals.finite(node.doubleValue(), shown(place));
        return new Syntax.Numeric(number, shown(place));
    }

    /** What has one member, which says what it is. */
    private static Syntax named(JsonNode node, String place) throws Cql2Exception {
        if (node.size() != 1 || !NAMES.contains(node.fieldNames().next())) {
            throw new Cql2Exception(
                    "one of op, property, date, timestamp, interval, bbox and type is expected",
                    shown(place));
        }
        String name = node.fieldNames().next();
        String inner = place + "/" + name;
        JsonNode value = node.get(name);
        return switch (name) {
            case "property" -> new Syntax.Name(text(value, inner), shown(inner));
            case "date" -> Literals.date(text(value, inner), shown(inner));
            case "timestamp" -> Literals.timestamp(text(value, inner), shown(inner));
            case "interval" -> interval(value, inner);
            default -> Literals.box(numbers(value, inner), shown(inner));
        };
    }

    private static Syntax call(JsonNode node, int depth, String place) throws Cql2Exception {
        Depth.check(depth, shown(place));
        checkMembers(node, place, Set.of("op", "args"));
        String op = text(node.get("op"), place + "/op");
        JsonNode arguments = node.path("args");
        checkArray(arguments, place + "/args");
        List<Syntax> operands = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String inner = place + "/args/" + i;
            operands.add(
                    arguments.get(i).isArray() && op.equals("in")
                            ? items(arguments.get(i), depth, inner)
                            : operand(arguments.get(i), depth + 1, inner));
        }
        return new Syntax.Call(op, operands, shown(place));
    }

    private static Syntax items(JsonNode array, int depth, String place) throws Cql2Exception {
        List<Syntax> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(operand(array.get(i), depth + 1, place + "/" + i));
        }
        return new Syntax.Items(items, shown(place));
    }

    private static Syntax interval(JsonNode ends, String place) throws Cql2Exception {
        checkArray(ends, place);
        if (ends.size() != 2) {
            throw new Cql2Exception("an interval has two ends, not " + ends.size(), shown(place));
        }
        return new Syntax.Interval(
                intervalEnd(ends.get(0), place + "/0"),
                intervalEnd(ends.get(1), place + "/1"),
                shown(place));
    }

    private static Syntax intervalEnd(JsonNode end, String place) throws Cql2Exception {
        if (end.isTextual()) {
            return Literals.end(end.textValue(), shown(place));
        }
        if (end.isObject() && end.has("property")) {
            return named(end, place);
        }
        throw new Cql2Exception(
                "a property, a date, a timestamp or .. is expected, not " + words(end),
                shown(place));
    }

    private static List<Double> numbers(JsonNode array, String place) throws Cql2Exception {
        checkArray(array, place);
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            numbers.add(GeoJsonReader.number(array.get(i), place + "/" + i));
        }
        return numbers;
    }

    private static String text(JsonNode node, String place) throws Cql2Exception {
        if (!node.isTextual()) {
            throw new Cql2Exception("a text is expected, not " + words(node), shown(place));
        }
        return node.textValue();
    }

    static void checkArray(JsonNode node, String place) throws Cql2Exception {
        if (!node.isArray()) {
            throw new Cql2Exception("an array is expected, not " + words(node), shown(place));
        }
    }

    static void checkMembers(JsonNode node, String place, Set<String> known) throws Cql2Exception {
        for (var names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new Cql2Exception(
                        "the member %s is unknown; there are %s"
                                .formatted(name, known.stream().sorted().toList()),
                        shown(place));
            }
        }
    }

    static String words(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            default -> "nothing";
        };
    }

    /** The pointer as messages show it. */
    static String shown(String place) {
        return place.isEmpty() ? "the outermost" : place;
    }
}
