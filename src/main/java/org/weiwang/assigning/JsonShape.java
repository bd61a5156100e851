package org.weiwang.assigning;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** What the JSON objects of an input look like. Thread-safe. */
interface JsonShape {
    /**
     * Reads an object, at whose beginning the parser is, to its end.
     *
     * @param from where the parser's bytes begin among those of the block
     */
    void read(JsonParser parser, int from, JsonRow row) throws IOException;

    /** What goes before the members of an answer that stands for a row that is no such object. */
    String standInBefore();

    String standInAfter();

    /** The offset of the parser's current token. */
    static int begin(JsonParser parser, int from) {
        return from + (int) parser.currentTokenLocation().getByteOffset();
    }
}
