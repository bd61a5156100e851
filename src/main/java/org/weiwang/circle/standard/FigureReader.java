package org.weiwang.circle.standard;

import java.util.Optional;

/** Reads figures, which have a value exactly when their status is not {@link Status#OPEN}. */
final class FigureReader {
    private final double least;
    private final double most;

    /** For values from the least to the most, both included. */
    FigureReader(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** Null, and a fault, where there is none. */
    Figure figure(Members of, String name) {
        return of.object(name).flatMap(this::figure).orElse(null);
    }

    private Optional<Figure> figure(Members object) {
        Optional<Status> status = object.choice("status", Status.class);
        Optional<Double> value = value(object, "value", status);
        String source = source(object, status);
        object.refuseOthers();
        return status.filter(s -> fits(s, value))
                .map(s -> new Figure(value.orElse(null), s, source));
    }

    /** Null, and a fault, where there is none. */
    Range range(Members of, String name) {
        return of.object(name).flatMap(this::range).orElse(null);
    }

    private Optional<Range> range(Members object) {
        Optional<Status> status = object.choice("status", Status.class);
        Optional<Double> from = value(object, "from", status);
        Optional<Double> to = value(object, "to", status);
        String source = source(object, status);
        object.refuseOthers();
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            object.fault("to", "must not be below from, which is " + from.get());
        }
        return status.filter(s -> fits(s, from) && fits(s, to))
                .map(s -> new Range(from.orElse(null), to.orElse(null), s, source));
    }

    private Optional<Double> value(Members object, String name, Optional<Status> status) {
        if (status.isEmpty()) {
            return object.numberIfAny(name, least, most);
        }
        if (status.get() == Status.OPEN) {
            object.none(name, "null, since the status is OPEN");
            return Optional.empty();
        }
        return object.number(name, least, most);
    }

    private static boolean fits(Status status, Optional<Double> value) {
        return value.isPresent() != (status == Status.OPEN);
    }

    /** Who says so; that nothing is known needs no source. */
    static String source(Members object, Optional<Status> status) {
        boolean needed = status.filter(s -> s != Status.OPEN).isPresent();
        return needed ? object.text("source") : object.anyText("source");
    }
}
