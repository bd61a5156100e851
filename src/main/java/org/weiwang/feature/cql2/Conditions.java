package org.weiwang.feature.cql2;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.weiwang.feature.Row;

/** Makes conditions ready: what the filter alone decides is done once, and not per feature. */
final class Conditions {
    private Conditions() {}

    static Condition of(Expression condition) {
        if (condition instanceof Expression.And and) {
            List<Condition> parts = and.parts().stream().map(Conditions::of).toList();
            return row -> Truth.ofAll(parts, Truth.FALSE, part -> part.of(row));
        }
        if (condition instanceof Expression.Or or) {
            List<Condition> parts = or.parts().stream().map(Conditions::of).toList();
            return row -> Truth.ofAll(parts, Truth.TRUE, part -> part.of(row));
        }
        if (condition instanceof Expression.Not not) {
            Condition negated = of(not.condition());
            return row -> negated.of(row).not();
        }
        if (condition instanceof Expression.Constant constant) {
            Truth truth = Truth.of(constant.value());
            return row -> truth;
        }
        if (condition instanceof Expression.IsNull isNull) {
            return row -> Truth.of(row.value(isNull.property().index()) == null);
        }
        if (condition instanceof Expression.HasNoGeometry) {
            return row -> Truth.of(row.geometry() == null);
        }
        if (condition instanceof Expression.IsUnknown isUnknown) {
            Condition inner = of(isUnknown.condition());
            return row -> Truth.of(inner.of(row) == Truth.UNKNOWN);
        }
        if (condition instanceof Expression.Spatial spatial) {
            return of(spatial);
        }
        return condition instanceof Expression.Temporal temporal
                ? of(temporal)
                : ofValues(condition);
    }

    private static Condition ofValues(Expression condition) {
        if (condition instanceof Expression.Comparison comparison) {
            return compared(comparison.left(), comparison.operator(), comparison.right());
        }
        if (condition instanceof Expression.Like like) {
            Function<Row, Object> text = of(like.text());
            LikePattern pattern = new LikePattern(like.pattern());
            return row -> {
                Object found = text.apply(row);
                return found == null ? Truth.UNKNOWN : Truth.of(pattern.matches((String) found));
            };
        }
        return condition instanceof Expression.Between between
                ? of(between)
                : of((Expression.In) condition);
    }

    /** Null where there is none. */
    private static Function<Row, Object> of(Value value) {
        if (value instanceof Value.OfProperty property) {
            int index = property.index();
            return row -> row.value(index);
        }
        if (value instanceof Value.Folded folded) {
            int index = folded.property().index();
            return row -> {
                Object text = row.value(index);
                return text == null ? null : CaseFolding.fold((String) text);
            };
        }
        Object literal = ((Value.Literal) value).value();
        return row -> literal;
    }

    private static Condition compared(Value left, Operator operator, Value right) {
        Function<Row, Object> a = of(left);
        Function<Row, Object> b = of(right);
        return row -> {
            Object x = a.apply(row);
            Object y = b.apply(row);
            return x == null || y == null
                    ? Truth.UNKNOWN
                    : Truth.of(operator.holds(Order.compare(x, y)));
        };
    }

    private static Condition of(Expression.Between between) {
        Function<Row, Object> value = of(between.value());
        Function<Row, Object> from = of(between.from());
        Function<Row, Object> to = of(between.to());
        return row -> {
            Object x = value.apply(row);
            Object a = from.apply(row);
            Object b = to.apply(row);
            return x == null || a == null || b == null
                    ? Truth.UNKNOWN
                    : Truth.of(Order.compare(a, x) <= 0 && Order.compare(x, b) <= 0);
        };
    }

    private static Condition of(Expression.In in) {
        if (in.items().stream().allMatch(Value.Literal.class::isInstance)) {
            return ofLiterals(in);
        }
        List<Condition> equal =
                in.items().stream()
                        .map(item -> compared(in.value(), Operator.EQUAL, item))
                        .toList();
        return row -> Truth.ofAll(equal, Truth.TRUE, part -> part.of(row));
    }

    private static Condition ofLiterals(Expression.In in) {
        Function<Row, Object> value = of(in.value());
        Object[] items =
                in.items().stream()
                        .map(item -> ((Value.Literal) item).value())
                        .sorted(Order::compare)
                        .toArray();
        return row -> {
            Object found = value.apply(row);
            return found == null
                    ? Truth.UNKNOWN
                    : Truth.of(Arrays.binarySearch(items, found, Order::compare) >= 0);
        };
    }

    private static Condition of(Expression.Temporal temporal) {
        Function<Row, Object> start = of(temporal.first().start());
        Function<Row, Object> end = of(temporal.first().end());
        Function<Row, Object> otherStart = of(temporal.second().start());
        Function<Row, Object> otherEnd = of(temporal.second().end());
        return row -> {
            Instant a = (Instant) start.apply(row);
            Instant b = (Instant) end.apply(row);
            Instant x = (Instant) otherStart.apply(row);
            Instant y = (Instant) otherEnd.apply(row);
            if (a == null || b == null || x == null || y == null) {
                return Truth.UNKNOWN;
            }
            for (TemporalRelation.Ends ends : temporal.relation().ends()) {
                Instant first = ends.ofFirst() ? a : b;
                Instant second = ends.ofSecond() ? x : y;
                if (!ends.operator().holds(first.compareTo(second))) {
                    return Truth.FALSE;
                }
            }
            return Truth.TRUE;
        };
    }

    private static Condition of(Expression.Spatial spatial) {
        SpatialRelation relation = spatial.relation();
        if (spatial.first() instanceof Shape.Literal literal) {
            PreparedGeometry first = PreparedGeometryFactory.prepare(literal.geometry());
            if (spatial.second() instanceof Shape.Literal other) {
                Truth truth = Truth.of(relation.holds(first, other.geometry()));
                return row -> truth;
            }
            return row -> of(first, relation, row.geometry());
        }
        if (spatial.second() instanceof Shape.Literal literal) {
            PreparedGeometry second = PreparedGeometryFactory.prepare(literal.geometry());
            return row -> of(second, relation.inverse(), row.geometry());
        }
        return row -> {
            Geometry own = row.geometry();
            return own == null
                    ? Truth.UNKNOWN
                    : of(PreparedGeometryFactory.prepare(own), relation, own);
        };
    }

    private static Truth of(PreparedGeometry first, SpatialRelation relation, Geometry second) {
        return second == null ? Truth.UNKNOWN : Truth.of(relation.holds(first, second));
    }
}
