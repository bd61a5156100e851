package org.weiwang.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weiwang.feature.Property;
import org.weiwang.feature.cql2.Expression;
import org.weiwang.feature.cql2.Filter;
import org.weiwang.feature.cql2.Shape;
import org.weiwang.feature.cql2.SpatialRelation;
import org.weiwang.feature.cql2.TemporalRelation;
import org.weiwang.feature.cql2.Value;
import org.weiwang.geo.Ewkb;

/** Writes a filter as SQL that is true of the same features as the filter. */
final class Cql2Sql {
    /**
     * A text without differences of case, as {@link org.weiwang.feature.cql2.CaseFolding} has it.
     * Dotless ı, which is big as i is, is kept apart as a character that no text has; ς, which only
     * lower() makes, is σ.
     */
    static final String FOLDED =
            """
            translate(
                lower(upper(lower(translate(%s, 'ı', U&'\\FDD0') COLLATE "und-x-icu"))),
                U&'ς\\FDD0', 'σı')\
            """;

    private final ColumnsOfLayer columns;
    private final List<Object> values = new ArrayList<>();

    private Cql2Sql(ColumnsOfLayer columns) {
        this.columns = columns;
    }

    /**
     * Where a layer's features have what is asked for.
     *
     * @param values an SQL expression, which any operator may follow, for each property, in the
     *     order of the feature type: text, integer or bigint, double precision, boolean, timestamp
     *     with time zone
     * @param geometry an SQL expression, with SRID 4326
     */
    record ColumnsOfLayer(List<String> values, String geometry) {
        ColumnsOfLayer {
            values = List.copyOf(values);
        }
    }

    /**
     * @param sql a condition in parentheses, with a question mark for each value
     * @param values to bind, in order
     */
    record Clause(String sql, List<Object> values) {
        Clause {
            values = List.copyOf(values);
        }
    }

    static Clause of(Filter filter, ColumnsOfLayer columns) {
        Cql2Sql writer = new Cql2Sql(columns);
        return new Clause(writer.sql(filter.root()), writer.values);
    }

    private String sql(Expression condition) {
        if (condition instanceof Expression.And and) {
            return joined(and.parts(), " AND ");
        }
        if (condition instanceof Expression.Or or) {
            return joined(or.parts(), " OR ");
        }
        if (condition instanceof Expression.Not not) {
            return "(NOT " + sql(not.condition()) + ")";
        }
        if (condition instanceof Expression.Constant constant) {
            return constant.value() ? "(TRUE)" : "(FALSE)";
        }
        if (condition instanceof Expression.IsNull isNull) {
            return "(" + column(isNull.property()) + " IS NULL)";
        }
        if (condition instanceof Expression.HasNoGeometry) {
            return "(" + columns.geometry() + " IS NULL)";
        }
        if (condition instanceof Expression.IsUnknown isUnknown) {
            return "(" + sql(isUnknown.condition()) + " IS NULL)";
        }
        if (condition instanceof Expression.Spatial spatial) {
            return "(%s(%s, %s))"
                    .formatted(
                            function(spatial.relation()),
                            sql(spatial.first()),
                            sql(spatial.second()));
        }
        return condition instanceof Expression.Temporal temporal
                ? sql(temporal)
                : ofValues(condition);
    }

    private String joined(List<Expression> parts, String by) {
        return parts.stream().map(this::sql).collect(Collectors.joining(by, "(", ")"));
    }

    private String ofValues(Expression condition) {
        if (condition instanceof Expression.Comparison comparison) {
            return "(%s %s %s)"
                    .formatted(
                            sql(comparison.left()),
                            comparison.operator().sign(),
                            sql(comparison.right()));
        }
        if (condition instanceof Expression.Like like) {
            String text = sql(like.text());
            values.add(like.pattern());
            return "(" + text + " LIKE ?)";
        }
        if (condition instanceof Expression.Between between) {
            String within =
                    "%s BETWEEN %s AND %s"
                            .formatted(
                                    sql(between.value()), sql(between.from()), sql(between.to()));
            return unknownWithout(List.of(between.from(), between.to()), within);
        }
        Expression.In in = (Expression.In) condition;
        return "(%s IN %s)"
                .formatted(
                        sql(in.value()),
                        in.items().stream()
                                .map(this::sql)
                                .collect(Collectors.joining(", ", "(", ")")));
    }

    /** Between and the temporal relations are unknown even where one part of them is false. */
    private String unknownWithout(List<Value> needed, String condition) {
        String missing =
                needed.stream()
                        .flatMap(Cql2Sql::property)
                        .distinct()
                        .map(property -> column(property) + " IS NULL")
                        .collect(Collectors.joining(" OR "));
        return missing.isEmpty()
                ? "(" + condition + ")"
                : "(CASE WHEN " + missing + " THEN NULL ELSE " + condition + " END)";
    }

    private static Stream<Value.OfProperty> property(Value value) {
        if (value instanceof Value.Folded folded) {
            return Stream.of(folded.property());
        }
        return value instanceof Value.OfProperty property ? Stream.of(property) : Stream.empty();
    }

    private String sql(Expression.Temporal temporal) {
        List<Value> first = List.of(temporal.first().start(), temporal.first().end());
        List<Value> second = List.of(temporal.second().start(), temporal.second().end());
        List<String> comparisons = new ArrayList<>();
        for (TemporalRelation.Ends ends : temporal.relation().ends()) {
            String left = sql(first.get(ends.ofFirst() ? 0 : 1));
            String right = sql(second.get(ends.ofSecond() ? 0 : 1));
            comparisons.add(left + " " + ends.operator().sign() + " " + right);
        }
        return unknownWithout(
                Stream.concat(first.stream(), second.stream()).toList(),
                String.join(" AND ", comparisons));
    }

    /** Texts are compared as bytes, whatever the order of the column or of two columns. */
    private String sql(Value value) {
        String sql;
        if (value instanceof Value.OfProperty property) {
            sql = column(property);
        } else if (value instanceof Value.Folded folded) {
            sql = FOLDED.formatted(column(folded.property()));
        } else {
            values.add(bound(((Value.Literal) value).value()));
            sql = "?";
        }
        return value.type() == Property.Type.STRING ? "(" + sql + " COLLATE \"C\")" : sql;
    }

    private String column(Value.OfProperty property) {
        return columns.values().get(property.index());
    }

    private static Object bound(Object value) {
        if (!(value instanceof Instant moment)) {
            return value;
        }
        if (moment.equals(Instant.MIN)) {
            return OffsetDateTime.MIN; // The driver makes -infinity of it, ...
        }
        if (moment.equals(Instant.MAX)) {
            return OffsetDateTime.MAX; // ... and infinity of this.
        }
        return moment.atOffset(ZoneOffset.UTC);
    }

    private String sql(Shape shape) {
        if (shape instanceof Shape.OfFeature) {
            return columns.geometry();
        }
        values.add(Ewkb.encode(((Shape.Literal) shape).geometry()));
        return "ST_GeomFromEWKB(?)";
    }

    private static String function(SpatialRelation relation) {
        return switch (relation) {
            case INTERSECTS -> "ST_Intersects";
            case EQUALS -> "ST_Equals";
            case TOUCHES -> "ST_Touches";
            case WITHIN -> "ST_Within";
            case OVERLAPS -> "ST_Overlaps";
            case CROSSES -> "ST_Crosses";
            case CONTAINS -> "ST_Contains";
        };
    }
}
