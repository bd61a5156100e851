package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What one JSON object says about where it is, and where its answer goes. Used again for the next;
 * not thread-safe.
 */
final class JsonRow {
    /** Texts of what is given, null where nothing is. */
    byte[] lon;

    byte[] lat;
    String address;

    /** Whether there is a member for a position or an address at all, be it null. */
    boolean hasPlace;

    /** Whether there is a member for an address, be it null. */
    boolean hasAddress;

    /** Why the row can't be understood; null when it can. */
    String fault;

    /** Whether the answer can't be put into the row. */
    private boolean standsIn;

    /** The bytes that the answer stands in place of, mostly none; −1 where none are known yet. */
    int answerFrom;

    int answerTo;

    /** What goes before the answer's members, and after them. */
    String before;

    String after;

    void clear() {
        lon = null;
        lat = null;
        address = null;
        hasPlace = false;
        hasAddress = false;
        fault = null;
        standsIn = false;
        answerFrom = -1;
        answerTo = -1;
        before = "";
        after = "";
    }

    /** The first fault is told. */
    void fault(String reason) {
        fault = fault == null ? reason : fault;
    }

    /** A fault by which an answer among the row's own members would make broken JSON. */
    void faultOfAll(String reason) {
        fault(reason);
        standsIn = true;
    }

    boolean isAnsweredWithin() {
        return answerFrom >= 0 && !standsIn;
    }

    void answerAt(int from, int to, String before, String after) {
        this.answerFrom = from;
        this.answerTo = to;
        this.before = before;
        this.after = after;
    }

    /** The text of the parser's current value, which must be a number; null for null and "". */
    byte[] number(String name, JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> {
                String text = parser.getText().strip();
                yield text.isEmpty() ? null : text.getBytes(UTF_8);
            }
            default -> {
                fault(name + " is not a number");
                parser.skipChildren();
                yield null;
            }
        };
    }

    /** The parser's current value, which must be a string; null for null and "". */
    String text(String name, JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            String text = parser.getText().strip();
            return text.isEmpty() ? null : text;
        }
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            fault(name + " is not a text");
            parser.skipChildren();
        }
        return null;
    }
}
