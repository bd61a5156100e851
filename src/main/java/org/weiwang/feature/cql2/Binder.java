package org.weiwang.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.Property;

/** Holds what a filter says against what the features are like. */
final class Binder {
    private static final int MOST_ITEMS = 1_000;

    private final ValueBinder values;
    private final ShapeBinder shapes;

    Binder(FeatureType type, FilterCrs crs) {
        this.values = new ValueBinder(type);
        this.shapes = new ShapeBinder(crs);
    }

    Expression condition(Syntax syntax) throws Cql2Exception {
        if (syntax instanceof Syntax.Truth truth) {
            return new Expression.Constant(truth.value());
        }
        if (syntax instanceof Syntax.Call call) {
            return condition(call);
        }
        if (syntax instanceof Syntax.Name name
                && !ValueBinder.isGeometry(name)
                && values.property(name).type() == Property.Type.BOOLEAN) {
            throw new Cql2Exception(
                    "a condition is expected; write %s = true".formatted(name.name()),
                    name.place());
        }
        throw new Cql2Exception("a condition is expected, not " + syntax.words(), syntax.place());
    }

    private Expression condition(Syntax.Call call) throws Cql2Exception {
        return switch (call.op()) {
            case "and" -> new Expression.And(parts(call));
            case "or" -> new Expression.Or(parts(call));
            case "not" -> new Expression.Not(condition(argument(call, 0, 1)));
            case "isNull" -> isNull(argument(call, 0, 1));
            case "like" -> like(call);
            case "between" -> between(call);
            case "in" -> in(call);
            case Functions.FOLD ->
                    throw new Cql2Exception("a condition is expected, not a text", call.place());
            case SpatialRelation.DISJOINT ->
                    new Expression.Not(spatial(call, SpatialRelation.INTERSECTS));
            case TemporalRelation.DISJOINT ->
                    new Expression.Not(temporal(call, TemporalRelation.INTERSECTS));
            default -> related(call);
        };
    }

    private static Syntax argument(Syntax.Call call, int index, int of) throws Cql2Exception {
        Arguments.check(call, of);
        return call.arguments().get(index);
    }

    private List<Expression> parts(Syntax.Call call) throws Cql2Exception {
        Arguments.checkAtLeast(call, 2);
        List<Expression> parts = new ArrayList<>();
        for (Syntax part : call.arguments()) {
            parts.add(condition(part));
        }
        return parts;
    }

    private Expression isNull(Syntax operand) throws Cql2Exception {
        if (ValueBinder.isGeometry(operand)) {
            return new Expression.HasNoGeometry();
        }
        if (operand instanceof Syntax.Interval) {
            Span span = values.span(operand);
            return new Expression.Or(List.of(isNull(span.start()), isNull(span.end())));
        }
        if (operand instanceof Syntax.Figure || operand instanceof Syntax.Box) {
            shapes.shapes(operand);
            return new Expression.Constant(false);
        }
        if (operand instanceof Syntax.Call call && !call.op().equals(Functions.FOLD)) {
            return new Expression.IsUnknown(condition(call));
        }
        return isNull(values.value(operand));
    }

    private static Expression isNull(Value value) {
        if (value instanceof Value.OfProperty property) {
            return new Expression.IsNull(property);
        }
        return value instanceof Value.Folded folded
                ? new Expression.IsNull(folded.property())
                : new Expression.Constant(false);
    }

    private Expression like(Syntax.Call call) throws Cql2Exception {
        Value text = values.text(argument(call, 0, 2));
        Syntax second = argument(call, 1, 2);
        if (!(values.text(second) instanceof Value.Literal literal)) {
            throw new Cql2Exception(
                    "the pattern of LIKE is a text, not a property", second.place());
        }
        String pattern = (String) literal.value();
        if (LikePattern.endsInEscape(pattern)) {
            throw new Cql2Exception(
                    "this pattern ends in a \\ that stands before nothing", second.place());
        }
        return new Expression.Like(text, pattern);
    }

    private Expression between(Syntax.Call call) throws Cql2Exception {
        Value value = values.value(argument(call, 0, 3));
        return new Expression.Between(
                value, comparable(call, value, 1), comparable(call, value, 2));
    }

    /** The value of the argument, which must be comparable with the first one's. */
    private Value comparable(Syntax.Call call, Value first, int index) throws Cql2Exception {
        Syntax other = call.arguments().get(index);
        Value value = values.value(other);
        values.checkComparable(call.arguments().get(0), first, other, value);
        return value;
    }

    private Expression in(Syntax.Call call) throws Cql2Exception {
        Value value = values.value(argument(call, 0, 2));
        if (!(call.arguments().get(1) instanceof Syntax.Items list)) {
            throw new Cql2Exception("in takes a value and a list", call.place());
        }
        if (list.items().isEmpty() || list.items().size() > MOST_ITEMS) {
            throw new Cql2Exception(
                    "a list has 1 to %d items, not %d".formatted(MOST_ITEMS, list.items().size()),
                    list.place());
        }
        List<Value> items = new ArrayList<>();
        for (Syntax item : list.items()) {
            Value bound = values.value(item);
            values.checkComparable(call.arguments().get(0), value, item, bound);
            items.add(bound);
        }
        return new Expression.In(value, items);
    }

    private Expression related(Syntax.Call call) throws Cql2Exception {
        Optional<Operator> operator = Operator.ofSign(call.op());
        if (operator.isPresent()) {
            Value left = values.value(argument(call, 0, 2));
            return new Expression.Comparison(left, operator.get(), comparable(call, left, 1));
        }
        Optional<SpatialRelation> spatial = SpatialRelation.ofOp(call.op());
        if (spatial.isPresent()) {
            return spatial(call, spatial.get());
        }
        Optional<TemporalRelation> temporal = TemporalRelation.ofOp(call.op());
        if (temporal.isPresent()) {
            return temporal(call, temporal.get());
        }
        throw Functions.unknown(call.op(), call.place());
    }

    private Expression spatial(Syntax.Call call, SpatialRelation relation) throws Cql2Exception {
        List<Shape> first = shapes.shapes(argument(call, 0, 2));
        List<Shape> second = shapes.shapes(argument(call, 1, 2));
        if (relation != SpatialRelation.INTERSECTS) {
            checkDimension(first, call.arguments().get(0));
            checkDimension(second, call.arguments().get(1));
        }
        List<Expression> pairs = new ArrayList<>();
        for (Shape one : first) {
            for (Shape other : second) {
                pairs.add(new Expression.Spatial(one, relation, other));
            }
        }
        return pairs.size() == 1 ? pairs.get(0) : new Expression.Or(pairs);
    }

    private static void checkDimension(List<Shape> shapes, Syntax syntax) throws Cql2Exception {
        if (shapes.size() > 1) {
            throw new Cql2Exception(
                    "a collection of several dimensions can only be asked what it intersects",
                    syntax.place());
        }
    }

    private Expression temporal(Syntax.Call call, TemporalRelation relation) throws Cql2Exception {
        Arguments.check(call, 2);
        List<Span> spans = new ArrayList<>();
        for (Syntax argument : call.arguments()) {
            Span span = values.span(argument);
            if (!relation.takesMoments() && !(argument instanceof Syntax.Interval)) {
                throw new Cql2Exception(
                        "%s takes intervals, and this is a moment".formatted(call.op()),
                        argument.place());
            }
            spans.add(span);
        }
        return new Expression.Temporal(spans.get(0), relation, spans.get(1));
    }
}
