package org.weiwang.feature.cql2;

import java.util.List;

/**
 * A condition of a filter, bound to a feature type. It is true, false or unknown; unless said
 * otherwise, unknown as soon as something that it names is not there.
 */
public sealed interface Expression {
    /** As SQL: false as soon as one part is. */
    record And(List<Expression> parts) implements Expression {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** As SQL: true as soon as one part is. */
    record Or(List<Expression> parts) implements Expression {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Expression condition) implements Expression {}

    record Constant(boolean value) implements Expression {}

    /** Of values that can be compared: both texts (by code points), numbers, truths or moments. */
    record Comparison(Value left, Operator operator, Value right) implements Expression {}

    /** Ends included. */
    record Between(Value value, Value from, Value to) implements Expression {}

    /** As SQL: true where one equals; else unknown where one of them is not there. */
    record In(Value value, List<Value> items) implements Expression {
        public In {
            items = List.copyOf(items);
        }
    }

    /**
     * @param pattern where {@code %} stands for any text, {@code _} for any code point and {@code
     *     \} before any of the three for this itself; does not end in a {@code \} alone
     */
    record Like(Value text, String pattern) implements Expression {}

    /** Never unknown. */
    record IsNull(Value.OfProperty property) implements Expression {}

    /** Whether the feature has no geometry; never unknown. */
    record HasNoGeometry() implements Expression {}

    /** Whether it is unknown if the condition holds; never unknown. */
    record IsUnknown(Expression condition) implements Expression {}

    record Spatial(Shape first, SpatialRelation relation, Shape second) implements Expression {}

    record Temporal(Span first, TemporalRelation relation, Span second) implements Expression {}
}
