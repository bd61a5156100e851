package org.weiwang.feature.cql2;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;

/** Where what a condition is true of must lie. */
final class Bounds {
    private Bounds() {}

    /**
     * @return a box in degrees, longitude as x; what shares no point with it does not fulfil the
     *     condition; empty where nothing does; null where it may lie anywhere
     */
    static Envelope of(Expression condition) {
        if (condition instanceof Expression.And and) {
            return ofAll(and.parts());
        }
        if (condition instanceof Expression.Or or) {
            return ofAny(or.parts());
        }
        if (condition instanceof Expression.Spatial spatial) {
            return spatial.first() instanceof Shape.OfFeature
                    ? of(spatial.second())
                    : spatial.second() instanceof Shape.OfFeature ? of(spatial.first()) : null;
        }
        return condition instanceof Expression.Constant constant && !constant.value()
                ? new Envelope()
                : null;
    }

    private static Envelope of(Shape other) {
        return other instanceof Shape.Literal literal
                ? literal.geometry().getEnvelopeInternal()
                : null;
    }

    /**
     * The smallest: what meets two boxes need not meet what they have in common, as it may lie
     * across.
     */
    private static Envelope ofAll(List<Expression> parts) {
        return parts.stream()
                .map(Bounds::of)
                .filter(Objects::nonNull)
                .min(
                        Comparator.comparing(Envelope::isNull, Comparator.reverseOrder())
                                .thenComparing(Envelope::getArea))
                .orElse(null);
    }

    private static Envelope ofAny(List<Expression> parts) {
        Envelope any = new Envelope();
        for (Expression part : parts) {
            Envelope box = of(part);
            if (box == null) {
                return null;
            }
            any.expandToInclude(box);
        }
        return any;
    }
}
