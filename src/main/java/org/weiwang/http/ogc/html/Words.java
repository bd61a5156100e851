package org.weiwang.http.ogc.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What pages say, by language and key; from {@code ogc/words_zh.properties} and the like. */
public final class Words {
    private static final Map<Language, Map<String, String>> ALL =
            Arrays.stream(Language.values())
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), Words::read));

    private Words() {}

    /** All of a language, by key. */
    static Map<String, String> of(Language language) {
        return ALL.get(language);
    }

    /**
     * @throws IllegalArgumentException when there is no such key
     */
    public static String of(Language language, String key) {
        String words = ALL.get(language).get(key);
        if (words == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return words;
    }

    private static Map<String, String> read(Language language) {
        Properties words = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Words.class.getResourceAsStream(
                                "/ogc/words_%s.properties".formatted(language.key())),
                        UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), words::getProperty));
    }
}
