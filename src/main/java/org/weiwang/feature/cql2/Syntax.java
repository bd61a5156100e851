package org.weiwang.feature.cql2;

import java.time.Instant;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What a filter says before it is held against the features: the same whether it was text or JSON.
 * Each part knows its place in the filter, for the messages.
 */
sealed interface Syntax {
    String place();

    /** What it is, in words. */
    String words();

    /**
     * @param op as JSON names it
     */
    record Call(String op, List<Syntax> arguments, String place) implements Syntax {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String words() {
            return op;
        }
    }

    record Name(String name, String place) implements Syntax {
        @Override
        public String words() {
            return "the property " + name;
        }
    }

    record Text(String value, String place) implements Syntax {
        @Override
        public String words() {
            return "a text";
        }
    }

    /**
     * @param value Long or Double
     */
    record Numeric(Number value, String place) implements Syntax {
        @Override
        public String words() {
            return "a number";
        }
    }

    record Truth(boolean value, String place) implements Syntax {
        @Override
        public String words() {
            return value ? "true" : "false";
        }
    }

    record Moment(Instant value, String place) implements Syntax {
        @Override
        public String words() {
            return "a moment";
        }
    }

    /**
     * @param start a Name or a Moment; null for none
     * @param end likewise
     */
    record Interval(Syntax start, Syntax end, String place) implements Syntax {
        @Override
        public String words() {
            return "an interval";
        }
    }

    /** In the filter's reference system. */
    record Figure(Geometry geometry, String place) implements Syntax {
        @Override
        public String words() {
            return "a geometry";
        }
    }

    /**
     * @param numbers four: the lower corner, then the upper one
     */
    record Box(List<Double> numbers, String place) implements Syntax {
        @Override
        public String words() {
            return "a box";
        }
    }

    record Items(List<Syntax> items, String place) implements Syntax {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String words() {
            return "a list";
        }
    }
}
