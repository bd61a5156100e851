package org.weiwang.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Objects;

/**
 * CSV as spreadsheet programs read it: UTF-8 with its mark, commas, CR LF. A text that such a
 * program would take for a formula begins with an apostrophe. Used by one thread.
 */
public final class Spreadsheet {
    private static final char UTF8_MARK = '\ufeff';
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private final Writer writer;
    private final CsvWriter csv;

    public Spreadsheet(OutputStream out, String... header) throws IOException {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        writer.write(UTF8_MARK);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(header);
    }

    /**
     * @param cells numbers and texts; null for an empty one
     */
    public void row(Object... cells) {
        csv.writeRecord(Arrays.stream(cells).map(Spreadsheet::cell).toArray(String[]::new));
    }

    private static String cell(Object value) {
        String text = Objects.toString(value, "");
        return value instanceof Number ? text : notAFormula(text);
    }

    /** The text, behind an apostrophe where such a program would take it for a formula. */
    public static String notAFormula(String text) {
        boolean formula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    public void flush() throws IOException {
        csv.flush();
        writer.flush();
    }
}
