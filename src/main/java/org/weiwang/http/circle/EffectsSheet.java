package org.weiwang.http.circle;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.http.wire.TableFormat;
import org.weiwang.spreadsheet.Spreadsheet;

/**
 * A spreadsheet of effects. By and from what they were computed stands in each row, behind them, as
 * rows of several such sheets are laid together.
 */
final class EffectsSheet {
    private static final List<String> OF_STAMP =
            List.of("editions", "standard", "standardVersion", "profile", "speed", "rule");

    private final Spreadsheet sheet;
    private final List<Object> stamped;

    /**
     * Begins to answer with one.
     *
     * @param name as {@link TableFormat#begin}
     */
    EffectsSheet(Context context, String name, Stamp stamp, String... header) throws IOException {
        this.sheet =
                TableFormat.begin(
                        context,
                        name,
                        Stream.concat(Stream.of(header), OF_STAMP.stream()).toArray(String[]::new));
        this.stamped =
                List.of(
                        String.join(",", stamp.data().editions()),
                        stamp.standard(),
                        stamp.standardVersion(),
                        stamp.profile(),
                        stamp.walker().metresPerSecond(),
                        stamp.rule().name());
    }

    /**
     * @param cells as {@link Spreadsheet#row}
     */
    void row(Object... cells) {
        sheet.row(Stream.concat(Stream.of(cells), stamped.stream()).toArray());
    }

    void flush() throws IOException {
        sheet.flush();
    }
}
