package org.weiwang.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Outcome;
import org.weiwang.http.wire.Json;

/**
 * How a look-up went; its document tells the {@link Whereabouts} as well, members of the same
 * object. Members without a value are null.
 */
record LookupAnswer(Match match, Outcome outcome, LonLat point) {

    /** How a text was found to be an address. */
    enum Match {
        /** It is the text of one address, but for the way of typing it. */
        EXACT,
        /** Several districts have an address of this text. */
        AMBIGUOUS,
        /** No address has this text. */
        NOT_FOUND
    }

    /**
     * The document.
     *
     * @param whereabouts as written: an object
     */
    byte[] with(byte[] whereabouts) {
        byte[] answer = written();
        byte[] document = Arrays.copyOf(answer, answer.length + whereabouts.length - 1);
        document[answer.length - 1] = ',';
        System.arraycopy(whereabouts, 1, document, answer.length, whereabouts.length - 1);
        return document;
    }

    /** By hand, which takes a third of the time. */
    private byte[] written() {
        ByteArrayBuilder bytes = new ByteArrayBuilder(128);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("match", match == null ? null : match.name());
            json.writeStringField("outcome", outcome == null ? null : outcome.name());
            json.writeFieldName("point");
            write(json, point);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, LonLat point) throws IOException {
        if (point == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberField("lon", point.lon());
        json.writeNumberField("lat", point.lat());
        json.writeEndObject();
    }
}
