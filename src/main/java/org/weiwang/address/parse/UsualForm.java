package org.weiwang.address.parse;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.weiwang.address.Reading;

/** Writes addresses as they usually are: the widest first, one word for each thing. Thread-safe. */
public final class UsualForm {
    private final Words words;

    public UsualForm(Words words) {
        this.words = words;
    }

    /**
     * What the elements of an address say, in any order; what is unknown stands at the end. Empty
     * where there are none.
     */
    public String write(List<Reading> elements) {
        return elements.stream()
                .sorted(Comparator.comparing(Reading::kind))
                .map(this::write)
                .collect(Collectors.joining());
    }

    private String write(Reading reading) {
        String value = reading.value();
        return switch (reading.kind()) {
            case GROUP -> number(value) + words.group();
            case NUMBER -> number(value) + words.number();
            case SUB_NUMBER -> "附" + number(value) + words.number();
            case BUILDING -> number(value) + words.building();
            case UNIT -> number(value) + words.unit();
            case FLOOR -> floor(value) + words.floor();
            case ROOM -> number(value) + words.room();
            default -> value;
        };
    }

    /** A座, not a座. */
    private static String number(String value) {
        return value.toUpperCase(Locale.ROOT);
    }

    private static String floor(String value) {
        return value.startsWith("b") ? "负" + value.substring(1) : number(value);
    }
}
