package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import org.weiwang.spreadsheet.Spreadsheet;

/** What is done with rows that can't be understood. Good for one run. */
public final class BadRows {
    private final OutputStream rejects;

    private BadRows(OutputStream rejects) {
        this.rejects = rejects;
    }

    /**
     * A bad row keeps its place among the others, with the outcome REJECTED and why in a last
     * column {@code reason}. Where its own fields can't be told apart they are left empty; where
     * members can't be added to it, an object with these alone stands in its place.
     */
    public static BadRows answeredInPlace() {
        return new BadRows(null);
    }

    /**
     * Bad rows go here alone, as CSV in UTF-8: their number from 1, why, and the row as it was.
     * Cells that a spreadsheet would take for a formula begin with an apostrophe.
     */
    public static BadRows writtenTo(OutputStream rejects) {
        return new BadRows(rejects);
    }

    boolean areAnsweredInPlace() {
        return rejects == null;
    }

    void begin(String unit) throws IOException {
        if (rejects != null) {
            rejects.write((unit + ",reason,row\n").getBytes(UTF_8));
        }
    }

    /**
     * @param before how many numbers come before the block
     */
    void write(Block block, long before) throws IOException {
        for (Block.Reject reject : block.rejects) {
            String line =
                    (before + reject.number() + 1)
                            + ","
                            + cell(reject.reason())
                            + ","
                            + cell(reject.row())
                            + "\n";
            rejects.write(line.getBytes(UTF_8));
        }
    }

    private static String cell(String text) {
        return '"' + Spreadsheet.notAFormula(text).replace("\"", "\"\"") + '"';
    }
}
