package org.weiwang.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import org.weiwang.edition.Replaced;

/**
 * What a request to publish says.
 *
 * @param effectiveFrom null for now
 * @param replaced what the caller takes to be in force then; null where that is not said
 */
record PublishBody(Instant effectiveFrom, Replaced replaced) {
    private static final String EFFECTIVE_FROM = "effectiveFrom";
    private static final String REPLACES = "replaces";
    private static final List<String> MEMBERS = List.of(EFFECTIVE_FROM, REPLACES);
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
        Problem exceeded = Problem.tooLarge("The body may have at most " + LONGEST + " bytes");
        LimitedBody body = new LimitedBody(context.req(), LONGEST, exceeded, patience);
        try {
            return of(context, body.readAllBytes());
        } catch (ProblemException e) {
            body.discard();
            throw e;
        }
    }

    private static PublishBody of(Context context, byte[] body) throws IOException {
        if (body.length == 0) {
            return new PublishBody(null, null);
        }
        MediaType.refuseOtherThan("application/json", context);
        return of(parsed(body));
    }

    private static JsonNode parsed(byte[] body) throws IOException {
        JsonNode document;
        try {
            document = Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw Problem.badBody(null, "The body is not JSON: " + e.getOriginalMessage())
                    .exception();
        }
        if (!document.isObject()) {
            throw Problem.badBody(null, "The body must be a JSON object").exception();
        }
        return document;
    }

    private static PublishBody of(JsonNode document) {
        for (Iterator<String> names = document.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                throw Problem.badBody(
                                name,
                                "There is no member \"%s\" here; allowed: %s"
                                        .formatted(name, String.join(", ", MEMBERS)))
                        .exception();
            }
        }
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
