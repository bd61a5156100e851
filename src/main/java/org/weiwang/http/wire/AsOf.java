package org.weiwang.http.wire;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.weiwang.atlas.History;
import org.weiwang.edition.Edition;
import org.weiwang.edition.NoSuchEditionException;

/**
 * Which grids a request asks for: those in force now, those in force at another moment, or those of
 * one edition. What is scheduled is there for planners only.
 *
 * @param parameter that says so, with its value as it came; null for now
 * @param moment null unless the parameter is a moment
 * @param sight of who asks; null for now, which everyone may see
 * @param lasts whether what is in force stays so at a moment to come for which nothing is scheduled
 */
public record AsOf(String parameter, String value, Instant moment, Sight sight, boolean lasts) {
    public static final AsOf NOW = new AsOf(null, null, null, null, false);

    public static final String DATETIME = "datetime";
    public static final String EDITION = "edition";

    private static final String OPEN = "..";

    /** Those after it are written with a sign, and some are beyond what can be reckoned with. */
    private static final int LAST_YEAR = 9_999;

    /** The days of a city in China begin at its midnight. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Clocks differ, and a client's present must not be our future. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    public static final String[] PARAMETERS = {DATETIME, EDITION};

    /** What a planner is answered of another moment is for this caller only. */
    public static AsOf parse(Parameters parameters, Context context) {
        if (parameters.has(DATETIME) && parameters.has(EDITION)) {
            throw Problem.badParameter(EDITION, "edition does not go with datetime").exception();
        }
        if (parameters.has(DATETIME)) {
            String text = parameters.text(DATETIME).orElseThrow();
            return new AsOf(DATETIME, text, moment(text), Sight.of(context), false);
        }
        return parameters.has(EDITION)
                ? new AsOf(
                        EDITION,
                        parameters.text(EDITION).orElseThrow(),
                        null,
                        Sight.of(context),
                        false)
                : NOW;
    }

    /**
     * As {@link #parse}, but {@code datetime} may also be an interval such as {@code
     * 2023-01-01/2023-06-30}, with {@code ..} or nothing for an open end: of each district the
     * edition that was in force last within it. Since a district that has grids never loses them,
     * that is the one in force at the interval's end, or now where that is to come.
     *
     * <p>What is in force has no end, as far as is known, so that a moment or an interval to come
     * is that of now, but for planners what is scheduled until then.
     */
    public static AsOf interval(Parameters parameters, Context context) {
        return parameters.has(DATETIME) && !parameters.has(EDITION)
                ? interval(parameters.text(DATETIME).orElseThrow(), context)
                : parse(parameters, context);
    }

    /**
     * Now, where nothing else can be asked for: {@code datetime} must be good as for {@link
     * #interval} and is of no account, {@code edition} a property like others.
     */
    public static AsOf alwaysNow(Parameters parameters, Context context) {
        parameters.text(DATETIME).ifPresent(text -> interval(text, context));
        return NOW;
    }

    private static AsOf interval(String text, Context context) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            Instant moment = momentOfTool(text);
            return during(text, moment, moment, context);
        }
        String begin = text.substring(0, slash);
        String end = text.substring(slash + 1);
        Instant from = isOpen(begin) ? Instant.MIN : momentOfTool(begin);
        Instant until = isOpen(end) ? Instant.MAX : lastOf(end);
        if (from.isAfter(until)) {
            throw Problem.badParameter(DATETIME, "datetime ends before it begins: " + text)
                    .exception();
        }
        return during(text, from, until, context);
    }

    private static AsOf during(String text, Instant from, Instant until, Context context) {
        Instant now = Instant.now();
        if (!until.isAfter(now)) {
            return new AsOf(DATETIME, text, until, Sight.of(context), true);
        }
        // Tools that mean all times name ends far away, and are not to be shown what is scheduled.
        Sight sight = from.isAfter(now) ? Sight.of(context) : null;
        return sight != null && sight.ofPlans()
                ? new AsOf(DATETIME, text, until, sight, true)
                : NOW;
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals(OPEN);
    }

    /** A day to its end, of which the last moment counts. */
    private static Instant lastOf(String text) {
        return isDay(text)
                ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1)
                : momentOfTool(text);
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A day is its beginning. */
    private static Instant moment(String text) {
        try {
            return text.contains("T") || text.contains("t")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZONE).toInstant();
        } catch (DateTimeException e) {
            throw Problem.badParameter(
                            DATETIME,
                            "datetime must be a day like 2023-03-01, which begins at midnight in"
                                    + " Asia/Shanghai, or a moment like 2023-03-01T08:00:00Z or"
                                    + " 2023-03-01T16:00:00%2B08:00, not \""
                                    + text
                                    + "\"")
                    .exception();
        }
    }

    /**
     * As GIS tools write it: QGIS leaves out the zone, which is then that of the city as for days,
     * and GDAL puts a T behind a day.
     */
    private static Instant momentOfTool(String text) {
        try {
            return LocalDateTime.parse(text).atZone(ZONE).toInstant();
        } catch (DateTimeException e) {
            return moment(text.replaceFirst("T$", "")); // It has a zone, or is a day.
        }
    }

    /** Whether it is an edition, of which nothing changes any more. */
    public boolean isOfEdition() {
        return EDITION.equals(parameter);
    }

    public boolean isNow() {
        return parameter == null;
    }

    /**
     * The editions whose grids are asked for, of different districts. Not for now.
     *
     * @throws NoSuchEditionException when no such edition was published that the caller may see
     * @throws ProblemException 400 when the moment is to come and nothing that the caller may see
     *     is scheduled until then
     */
    public List<Edition> editions(History history) throws NoSuchEditionException {
        Instant now = Instant.now();
        return moment == null
                ? List.of(edition(history, sight.ofPlans() ? Instant.MAX : now))
                : history.at(reachable(history, now));
    }

    private Edition edition(History history, Instant until) throws NoSuchEditionException {
        return history.edition(value, until).orElseThrow(() -> new NoSuchEditionException(value));
    }

    /** The moment; now, where it is a little later, for who may not see what is scheduled. */
    private Instant reachable(History history, Instant now) {
        boolean changes = sight.ofPlans() && history.changes(now, moment);
        if (moment.isAfter(now.plus(SLACK)) && !changes && !lasts) {
            throw Problem.badParameter(
                            DATETIME,
                            "datetime is in the future, and nothing is scheduled until then")
                    .exception();
        }
        return moment.isAfter(now) && !changes ? now : moment;
    }
}
