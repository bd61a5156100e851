package org.weiwang.http.wire;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import org.weiwang.edition.comparing.format.ComparisonFormat;
import org.weiwang.spreadsheet.Spreadsheet;

/** The parameter {@code format} of a document that is also had as a spreadsheet. */
public final class TableFormat {
    public static final String PARAMETER = "format";

    private static final List<String> FORMATS = List.of("json", "csv");

    private TableFormat() {}

    /** JSON where nothing is said. */
    public static boolean isCsv(Parameters parameters) {
        String format = parameters.text(PARAMETER).orElse(FORMATS.get(0));
        if (!FORMATS.contains(format)) {
            throw Parameters.notOneOf(PARAMETER, FORMATS, format);
        }
        return format.equals("csv");
    }

    /**
     * Begins to answer with a spreadsheet.
     *
     * @param name of the file, without its ending
     */
    public static Spreadsheet begin(Context context, String name, String... header)
            throws IOException {
        context.contentType(ComparisonFormat.CSV.contentType());
        context.header("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(name));
        return new Spreadsheet(context.outputStream(), header);
    }
}
