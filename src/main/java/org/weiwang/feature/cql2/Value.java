package org.weiwang.feature.cql2;

import java.time.Instant;
import org.weiwang.feature.Property;

/** What is compared: of one type, or none. */
public sealed interface Value {
    Property.Type type();

    /**
     * What the feature has.
     *
     * @param index of the property in its {@link org.weiwang.feature.FeatureType}
     */
    record OfProperty(int index, Property.Type type) implements Value {}

    /** A text that the feature has, with differences of case {@linkplain CaseFolding folded}. */
    record Folded(OfProperty property) implements Value {
        @Override
        public Property.Type type() {
            return Property.Type.STRING;
        }
    }

    /**
     * What the filter says.
     *
     * @param value String, Long, Double (finite), Boolean or Instant (to the microsecond); {@link
     *     Instant#MIN} and {@link Instant#MAX} are the ends of an interval without end
     */
    record Literal(Object value, Property.Type type) implements Value {
        static final Literal EVER_SINCE = new Literal(Instant.MIN, Property.Type.TIMESTAMP);
        static final Literal EVER_AFTER = new Literal(Instant.MAX, Property.Type.TIMESTAMP);
    }
}
