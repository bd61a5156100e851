package org.weiwang.feature.cql2;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.Row;

/**
 * A condition on features of one type, in CQL2 (OGC 21-065r2). Immutable, thread-safe.
 *
 * <p>Texts are compared by their code points, and their case matters. A date is the moment in which
 * its day begins in UTC. An interval of which a property is an end is not there where this has no
 * value. A filter has at most 20,000 characters, is nested at most 50 deep, and its lists have at
 * most 1,000 items.
 */
public final class Filter {
    /** What a filter calls the geometry of every feature. */
    public static final String GEOMETRY = "geometry";

    private static final int MOST_CHARACTERS = 20_000;

    private final Expression root;
    private final Condition condition;

    private Filter(Expression root) {
        this.root = root;
        this.condition = Conditions.of(root);
    }

    /**
     * Reads CQL2 Text. Within a text {@code \\} is a backslash and {@code \a \b \t \n \v \f \r} are
     * control characters; before any other letter a backslash is itself, as in {@code LIKE '10\%'}.
     *
     * @throws Cql2Exception names what is wrong, and at which character, from 1
     */
    public static Filter ofText(String cql2, FeatureType type, FilterCrs crs) throws Cql2Exception {
        checkLength(cql2);
        return new Filter(new Binder(type, crs).condition(TextParser.parse(cql2)));
    }

    /**
     * Reads CQL2 JSON.
     *
     * @throws Cql2Exception names what is wrong, and where as JSON pointer
     */
    public static Filter ofJson(String cql2, FeatureType type, FilterCrs crs) throws Cql2Exception {
        checkLength(cql2);
        return new Filter(new Binder(type, crs).condition(JsonParser.parse(cql2)));
    }

    /**
     * A property that equals the value, which is written as text, like that of a query parameter: a
     * moment as date or timestamp.
     *
     * @throws Cql2Exception names what is wrong with name or value
     */
    public static Filter ofProperty(String name, String value, FeatureType type)
            throws Cql2Exception {
        checkLength(value);
        Syntax.Name property = new Syntax.Name(name, "the parameter " + name);
        Syntax literal = new ValueBinder(type).written(property, value);
        return new Filter(
                new Binder(type, FilterCrs.CRS84)
                        .condition(
                                new Syntax.Call(
                                        Operator.EQUAL.sign(),
                                        List.of(property, literal),
                                        property.place())));
    }

    private static void checkLength(String filter) throws Cql2Exception {
        if (filter.length() > MOST_CHARACTERS) {
            throw new Cql2Exception(
                    "a filter has at most %d characters, not %d"
                            .formatted(MOST_CHARACTERS, filter.length()));
        }
    }

    /** What both are true of. */
    public Filter and(Filter other) {
        return new Filter(new Expression.And(List.of(root, other.root)));
    }

    /** Whether the condition is true of the feature; where it is unknown, it is not. */
    public boolean test(Row row) {
        return condition.of(row) == Truth.TRUE;
    }

    /**
     * A box that all features share a point with that the filter can be true of.
     *
     * @return longitude as x and latitude as y, in degrees; empty where it is true of nothing; null
     *     where they may lie anywhere, or nowhere
     */
    public Envelope box() {
        Envelope box = Bounds.of(root);
        return box == null ? null : box.copy();
    }

    /** The condition, for what puts it to features in other ways. */
    public Expression root() {
        return root;
    }
}
