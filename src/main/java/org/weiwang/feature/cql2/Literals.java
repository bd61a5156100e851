package org.weiwang.feature.cql2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the values that text and JSON write alike. */
final class Literals {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIMESTAMP =
            Pattern.compile(DATE + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final String NO_END = "..";

    private Literals() {}

    /** Where the day begins in UTC. */
    static Syntax.Moment date(String text, String place) throws Cql2Exception {
        if (!DATE.matcher(text).matches()) {
            throw new Cql2Exception(text + " is no date; one is like 2024-05-01", place);
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return new Syntax.Moment(day.atStartOfDay(ZoneOffset.UTC).toInstant(), place);
        } catch (DateTimeException e) {
            throw new Cql2Exception("there is no day " + text, place);
        }
    }

    static Syntax.Moment timestamp(String text, String place) throws Cql2Exception {
        if (!TIMESTAMP.matcher(text).matches()) {
            throw new Cql2Exception(
                    text + " is no timestamp; one is like 2024-05-01T08:00:00Z", place);
        }
        try {
            Instant moment = Instant.parse(text);
            if (moment.getNano() % 1_000 != 0) {
                throw new Cql2Exception(
                        text + " is finer than the microseconds that are told apart", place);
            }
            return new Syntax.Moment(moment, place);
        } catch (DateTimeException e) {
            throw new Cql2Exception("there is no moment " + text, place);
        }
    }

    /** An end of an interval: a date, a timestamp, or null for {@code ..}, which is none. */
    static Syntax.Moment end(String text, String place) throws Cql2Exception {
        if (text.equals(NO_END)) {
            return null;
        }
        return moment(text, place);
    }

    /** A date or a timestamp. */
    static Syntax.Moment moment(String text, String place) throws Cql2Exception {
        return text.indexOf('T') < 0 ? date(text, place) : timestamp(text, place);
    }

    static Syntax.Truth truth(String text, String place) throws Cql2Exception {
        if (!text.equals("true") && !text.equals("false")) {
            throw new Cql2Exception(text + " is neither true nor false", place);
        }
        return new Syntax.Truth(text.equals("true"), place);
    }

    /** A whole number as Long where it is one, and any other as Double. */
    static Syntax.Numeric number(String text, String place) throws Cql2Exception {
        if (text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E')) {
            try {
                return new Syntax.Numeric(Long.parseLong(text), place);
            } catch (NumberFormatException e) {
                // More than 64 bits hold: as near as a Double comes.
                return new Syntax.Numeric(finite(Double.parseDouble(text), place), place);
            }
        }
        return new Syntax.Numeric(finite(Double.parseDouble(text), place), place);
    }

    /** A number that may not be one. */
    static Syntax.Numeric writtenNumber(String text, String place) throws Cql2Exception {
        if (!NUMBER.matcher(text).matches()) {
            throw new Cql2Exception(text + " is no number", place);
        }
        return number(text, place);
    }

    static double finite(double number, String place) throws Cql2Exception {
        if (!Double.isFinite(number)) {
            throw new Cql2Exception("this number is too great", place);
        }
        return number;
    }

    /**
     * West, south, east, north or the like, with or without the heights between, which are left.
     */
    static Syntax.Box box(List<Double> numbers, String place) throws Cql2Exception {
        return switch (numbers.size()) {
            case 4 -> new Syntax.Box(List.copyOf(numbers), place);
            case 6 ->
                    new Syntax.Box(
                            List.of(numbers.get(0), numbers.get(1), numbers.get(3), numbers.get(4)),
                            place);
            default ->
                    throw new Cql2Exception(
                            "a box has four numbers, or six, not " + numbers.size(), place);
        };
    }
}
