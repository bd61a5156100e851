package org.weiwang.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The texts of which requests are made, from {@code fuzz/words.json}. */
final class Words {
    static final List<String> TEXTS;
    static final List<String> ESCAPES;

    /** What a number or a text of JSON may be turned into. */
    static final List<String> TOKENS;

    static final List<String> GEOMETRIES;

    /** First lines of CSV. */
    static final List<String> HEADS;

    /** Names of files in a hand-over. */
    static final List<String> FILES;

    static final List<String> METHODS;
    static final List<String> TYPES;
    static final List<String> CREDENTIALS;
    static final List<String> HEADERS;

    /** Of the length of a body. */
    static final List<String> LIES;

    /** Good ones, by the name of a parameter or a member. */
    static final Map<String, List<String>> VALUES = new HashMap<>();

    static {
        JsonNode words = read();
        TEXTS = list(words.get("texts"));
        ESCAPES = list(words.get("escapes"));
        TOKENS = list(words.get("tokens"));
        GEOMETRIES = list(words.get("geometries"));
        HEADS = list(words.get("heads"));
        FILES = list(words.get("files"));
        METHODS = list(words.get("methods"));
        TYPES = list(words.get("types"));
        CREDENTIALS = list(words.get("credentials"));
        HEADERS = list(words.get("headers"));
        LIES = list(words.get("lies"));
        words.get("values")
                .properties()
                .forEach(value -> VALUES.put(value.getKey(), list(value.getValue())));
        for (String word : List.of("a", "甲", "(", "[", "9", "1,", "e\u0301", "%", "../")) {
            for (int times : new int[] {60, 300, 900, 1_100}) {
                TEXTS.add(word.repeat(times));
            }
        }
        for (String header :
                List.of("X-Long: ", "If-None-Match: \"", "Accept: ", "Authorization: ")) {
            HEADERS.add(header + "a,".repeat(1_500));
        }
        HEADERS.add("X-Long: " + "a".repeat(9_000));
        TOKENS.add("9".repeat(900));
        TOKENS.add("9".repeat(1_100));
        TOKENS.add("[".repeat(900) + "]".repeat(900));
        TOKENS.add("[".repeat(20_000));
        TOKENS.add("{\"a\":".repeat(600) + "1" + "}".repeat(600));
    }

    private Words() {}

    static <T> T one(List<T> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    private static JsonNode read() {
        try (InputStream file = Words.class.getResourceAsStream("/fuzz/words.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list(JsonNode array) {
        List<String> list = new ArrayList<>();
        array.forEach(text -> list.add(text.textValue()));
        return list;
    }
}
