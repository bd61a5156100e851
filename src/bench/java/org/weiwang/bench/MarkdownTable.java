package org.weiwang.bench;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A table of Markdown, whose first column is text and the others are figures. */
final class MarkdownTable {
    private final StringBuilder text = new StringBuilder();

    MarkdownTable(String... heads) {
        row((Object[]) heads);
        text.append("|---|").append("--:|".repeat(heads.length - 1)).append('\n');
    }

    MarkdownTable row(Object... cells) {
        text.append(
                Arrays.stream(cells)
                        .map(Object::toString)
                        .collect(Collectors.joining(" | ", "| ", " |\n")));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A median and its spread. */
    static String cell(Spread spread, String format) {
        return (format + " (" + format + "–" + format + ")")
                .formatted(spread.median(), spread.min(), spread.max());
    }

    static String times(double ratio) {
        return (ratio < 10 ? "%.1f×" : "%.0f×").formatted(ratio);
    }
}
