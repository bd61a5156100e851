package org.weiwang.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.weiwang.edition.Replaced;
import org.weiwang.http.wire.JsonBody;
import org.weiwang.http.wire.JsonObject;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/**
 * What a request to publish says.
 *
 * @param effectiveFrom null for now
 * @param replaced what the caller takes to be in force then; null where that is not said
 */
record PublishBody(Instant effectiveFrom, Replaced replaced) {
    private static final String EFFECTIVE_FROM = "effectiveFrom";
    private static final String REPLACES = "replaces";
    private static final int LONGEST = 1_000;

    /** Far beyond every plan, and within what the database can hold. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Reads the JSON object, which may be left out.
     *
     * @param patience as {@link BatchLimits#patience}
     * @throws ProblemException when it is none, has another member or one that can't be so; when it
     *     is too large or comes too slowly
     */
    static PublishBody read(Context context, Duration patience) throws IOException {
        Optional<JsonNode> body = JsonBody.read(context, LONGEST, patience);
        return body.isPresent()
                ? of(new JsonObject("", body.get(), EFFECTIVE_FROM, REPLACES).node())
                : new PublishBody(null, null);
    }

    private static PublishBody of(JsonNode document) {
        JsonNode time = document.path(EFFECTIVE_FROM);
        return new PublishBody(
                time.isMissingNode() || time.isNull() ? null : moment(time),
                document.has(REPLACES) ? replaced(document.get(REPLACES)) : null);
    }

    private static Replaced replaced(JsonNode edition) {
        if (!edition.isTextual() && !edition.isNull()) {
            throw refused(
                    REPLACES,
                    "must be the id of the edition in force then such as \"510131-1\", or null for none",
                    edition);
        }
        return new Replaced(edition.textValue());
    }

    private static Instant moment(JsonNode time) {
        Instant moment;
        try {
            moment = OffsetDateTime.parse(time.asText()).toInstant();
        } catch (DateTimeParseException e) {
            throw refused(
                    EFFECTIVE_FROM,
                    "must be a time with its offset such as 2026-12-01T00:00:00+08:00",
                    time);
        }
        if (moment.isBefore(Instant.now())) {
            throw refused(EFFECTIVE_FROM, "must not be in the past; leave it out for now", time);
        }
        if (moment.isAfter(LAST)) {
            throw refused(EFFECTIVE_FROM, "must be before " + LAST, time);
        }
        return moment;
    }

    private static ProblemException refused(String member, String rule, JsonNode value) {
        return Problem.badBody(member, "%s %s; it is %s".formatted(member, rule, value))
                .exception();
    }
}
