package org.weiwang.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.weiwang.atlas.History;
import org.weiwang.edition.Edition;

/**
 * Which grids a request asks for: those in force now, those in force at another moment, or those of
 * one edition.
 *
 * @param parameter that says so, with its value as it came; null for now
 * @param moment null unless the parameter is a moment
 */
record AsOf(String parameter, String value, Instant moment) {
    static final AsOf NOW = new AsOf(null, null, null);

    private static final String DATETIME = "datetime";
    private static final String EDITION = "edition";

    /** The days of a city in China begin at its midnight. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Clocks differ, and a client's present must not be our future. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    static final String[] PARAMETERS = {DATETIME, EDITION};

    static AsOf parse(Parameters parameters) {
        if (parameters.has(DATETIME) && parameters.has(EDITION)) {
            throw Problem.badParameter(EDITION, "edition does not go with datetime").exception();
        }
        return parameters
                .text(DATETIME)
                .map(text -> new AsOf(DATETIME, text, moment(text)))
                .or(() -> parameters.text(EDITION).map(id -> new AsOf(EDITION, id, null)))
                .orElse(NOW);
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

    boolean isNow() {
        return parameter == null;
    }

    /**
     * The editions whose grids are asked for, of different districts. Not for now.
     *
     * @throws ProblemException 404 when there is no such edition that was ever published; 400 when
     *     the moment is to come and nothing is scheduled until then
     */
    List<Edition> editions(History history) {
        if (moment == null) {
            return List.of(
                    history.edition(value)
                            .orElseThrow(
                                    () ->
                                            Problem.notFound(
                                                            "No edition " + value + " is published")
                                                    .exception()));
        }
        Instant now = Instant.now();
        if (moment.isAfter(now.plus(SLACK)) && !history.changes(now, moment)) {
            throw Problem.badParameter(
                            DATETIME,
                            "datetime is in the future, and nothing is scheduled until then")
                    .exception();
        }
        return history.at(moment);
    }
}
