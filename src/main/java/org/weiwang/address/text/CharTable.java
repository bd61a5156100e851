package org.weiwang.address.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the tables of characters that lie beside this class. */
final class CharTable {
    private CharTable() {}

    static String read(String resource) {
        try (InputStream in = CharTable.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Applies a table of pairs to a table that says what each char becomes. */
    static void apply(String resource, char[] becomes) {
        String pairs = read(resource).replace("\n", "");
        char[] of = new char[becomes.length];
        for (int c = 0; c < of.length; c++) {
            of[c] = (char) c;
        }
        for (int i = 0; i < pairs.length(); i += 2) {
            of[pairs.charAt(i)] = pairs.charAt(i + 1);
        }
        for (int c = 0; c < becomes.length; c++) {
            becomes[c] = of[becomes[c]];
        }
    }
}
