package org.weiwang.feature.cql2;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.Property;

/** Finds the values, properties and spans of time that a filter means. */
final class ValueBinder {
    private final FeatureType type;

    ValueBinder(FeatureType type) {
        this.type = type;
    }

    Value value(Syntax syntax) throws Cql2Exception {
        if (syntax instanceof Syntax.Name name) {
            return property(name);
        }
        if (syntax instanceof Syntax.Text text) {
            return text(text.value(), text.place());
        }
        if (syntax instanceof Syntax.Numeric number) {
            return new Value.Literal(
                    number.value(),
                    number.value() instanceof Long ? Property.Type.INTEGER : Property.Type.NUMBER);
        }
        if (syntax instanceof Syntax.Truth truth) {
            return new Value.Literal(truth.value(), Property.Type.BOOLEAN);
        }
        if (syntax instanceof Syntax.Moment moment) {
            return new Value.Literal(moment.value(), Property.Type.TIMESTAMP);
        }
        if (syntax instanceof Syntax.Call call && call.op().equals(Functions.FOLD)) {
            return folded(call);
        }
        throw new Cql2Exception(
                "a property or a value is expected, not " + syntax.words(), syntax.place());
    }

    private Value folded(Syntax.Call call) throws Cql2Exception {
        Arguments.check(call, 1);
        Value argument = text(call.arguments().get(0));
        if (argument instanceof Value.Literal literal) {
            String folded = CaseFolding.fold((String) literal.value());
            return new Value.Literal(folded, Property.Type.STRING);
        }
        return argument instanceof Value.OfProperty property
                ? new Value.Folded(property)
                : argument;
    }

    /** A value that must be a text. */
    Value text(Syntax syntax) throws Cql2Exception {
        Value value = value(syntax);
        if (value.type() != Property.Type.STRING) {
            throw new Cql2Exception(
                    "a text is expected, not " + words(syntax, value), syntax.place());
        }
        return value;
    }

    private static Value.Literal text(String text, String place) throws Cql2Exception {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Cql2Exception("this text has a character that no text has", place);
        }
        return new Value.Literal(text, Property.Type.STRING);
    }

    Value.OfProperty property(Syntax.Name name) throws Cql2Exception {
        OptionalInt index = type.index(name.name());
        if (index.isPresent()) {
            return new Value.OfProperty(
                    index.getAsInt(), type.properties().get(index.getAsInt()).type());
        }
        if (isGeometry(name)) {
            throw new Cql2Exception("the geometry is not a value to compare", name.place());
        }
        String properties =
                type.properties().stream().map(Property::name).collect(Collectors.joining(", "));
        throw new Cql2Exception(
                "there is no property %s; there are %s and %s"
                        .formatted(name.name(), properties, Filter.GEOMETRY),
                name.place());
    }

    /** The text as a value of the property's type. */
    Syntax written(Syntax.Name name, String text) throws Cql2Exception {
        String place = name.place();
        return switch (property(name).type()) {
            case STRING -> new Syntax.Text(text, place);
            case INTEGER, NUMBER -> Literals.writtenNumber(text, place);
            case BOOLEAN -> Literals.truth(text, place);
            case TIMESTAMP -> Literals.moment(text, place);
        };
    }

    static boolean isGeometry(Syntax syntax) {
        return syntax instanceof Syntax.Name name && name.name().equals(Filter.GEOMETRY);
    }

    /**
     * @throws Cql2Exception where the two cannot be compared
     */
    void checkComparable(Syntax first, Value a, Syntax second, Value b) throws Cql2Exception {
        if (!kind(a.type()).equals(kind(b.type()))) {
            throw new Cql2Exception(
                    words(first, a) + " cannot be compared with " + words(second, b),
                    second.place());
        }
    }

    private static String words(Syntax syntax, Value value) {
        String kind = kind(value.type());
        return syntax instanceof Syntax.Name name ? name.name() + ", which is " + kind + "," : kind;
    }

    private static String kind(Property.Type type) {
        return switch (type) {
            case STRING -> "a text";
            case INTEGER, NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case TIMESTAMP -> "a moment";
        };
    }

    Span span(Syntax syntax) throws Cql2Exception {
        if (!(syntax instanceof Syntax.Interval interval)) {
            return Span.of(moment(syntax));
        }
        Value start =
                interval.start() == null ? Value.Literal.EVER_SINCE : moment(interval.start());
        Value end = interval.end() == null ? Value.Literal.EVER_AFTER : moment(interval.end());
        if (start instanceof Value.Literal from
                && end instanceof Value.Literal until
                && Order.compare(from.value(), until.value()) > 0) {
            throw new Cql2Exception("this interval ends before it starts", interval.place());
        }
        return new Span(start, end);
    }

    private Value moment(Syntax syntax) throws Cql2Exception {
        Value value = value(syntax);
        if (value.type() != Property.Type.TIMESTAMP) {
            throw new Cql2Exception(
                    "a moment or an interval is expected, not " + words(syntax, value),
                    syntax.place());
        }
        return value;
    }
}
