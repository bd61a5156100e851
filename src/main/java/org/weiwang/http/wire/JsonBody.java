package org.weiwang.http.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.CharConversionException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.weiwang.http.BatchLimits;

/** Reads a request's body, where that is a small JSON document. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * @param longest how many bytes it may have
     * @param patience as {@link BatchLimits#patience}
     * @return empty where there is none
     * @throws ProblemException when it is no JSON, too large, or comes too slowly
     */
    public static Optional<JsonNode> read(Context context, int longest, Duration patience)
            throws IOException {
        Problem exceeded = Problem.tooLarge("The body may have at most " + longest + " bytes");
        LimitedBody body = new LimitedBody(context.req(), longest, exceeded, patience);
        byte[] bytes;
        try {
            bytes = body.readAllBytes();
        } catch (ProblemException e) {
            body.discard();
            throw e;
        }
        if (bytes.length == 0) {
            return Optional.empty();
        }
        MediaType.refuseOtherThan("application/json", context);
        try {
            return Optional.of(Json.MAPPER.readTree(bytes));
        } catch (StreamConstraintsException e) {
            throw Problem.badBody(
                            null,
                            "The body has numbers too long or is nested too deeply to be read")
                    .exception();
        } catch (JsonProcessingException e) {
            // What the parser says of it besides is about its own settings.
            JsonLocation place = e.getLocation();
            throw notJson(
                    "at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr()));
        } catch (CharConversionException e) {
            throw notJson("in UTF-8");
        }
    }

    private static ProblemException notJson(String where) {
        return Problem.badBody(null, "The body is not JSON " + where).exception();
    }

    /**
     * Likewise, where there must be one.
     *
     * @param allowed the members that the object may have
     */
    public static JsonObject object(
            Context context, int longest, Duration patience, String... allowed) throws IOException {
        return read(context, longest, patience)
                .map(body -> new JsonObject("", body, allowed))
                .orElseThrow(() -> Problem.badBody(null, "The body is missing").exception());
    }
}
