package org.weiwang.edition.comparing.format;

import java.io.IOException;
import java.io.OutputStream;
import org.weiwang.edition.comparing.Change;
import org.weiwang.edition.comparing.Changed;
import org.weiwang.edition.comparing.Comparison;
import org.weiwang.edition.comparing.Facts;
import org.weiwang.edition.comparing.Flow;
import org.weiwang.edition.comparing.Reshaping;
import org.weiwang.grid.Grid;
import org.weiwang.spreadsheet.Spreadsheet;

/** Writes a row for each change, and then for each flow of addresses. */
final class ComparisonCsv {
    private static final String ADDRESSES_MOVED = "ADDRESSES_MOVED";

    private ComparisonCsv() {}

    static void write(Comparison comparison, OutputStream out) throws IOException {
        Spreadsheet sheet =
                new Spreadsheet(
                        out,
                        "change",
                        "level",
                        "code",
                        "name",
                        "before",
                        "after",
                        "gained_m2",
                        "lost_m2",
                        "addresses",
                        "households");
        for (Changed changed : comparison.changed()) {
            for (Change change : changed.changes()) {
                write(sheet, changed, change);
            }
        }
        for (Flow flow : comparison.flows()) {
            sheet.row(
                    ADDRESSES_MOVED,
                    null,
                    null,
                    null,
                    code(flow.from()),
                    code(flow.to()),
                    null,
                    null,
                    flow.addresses(),
                    flow.households());
        }
        sheet.flush();
    }

    private static void write(Spreadsheet sheet, Changed changed, Change change) {
        Reshaping reshaping = change == Change.RESHAPED ? changed.reshaping() : null;
        sheet.row(
                change,
                changed.levelName(),
                changed.code(),
                changed.name(),
                changed.before() == null ? null : value(changed.before(), change),
                changed.after() == null ? null : value(changed.after(), change),
                reshaping == null ? null : SquareMetres.of(reshaping.gained()),
                reshaping == null ? null : SquareMetres.of(reshaping.lost()),
                null,
                null);
    }

    /** What the change is a change of. */
    private static Object value(Facts facts, Change change) {
        return switch (change) {
            case ADDED, REMOVED, RENAMED -> facts.name();
            case RESHAPED -> SquareMetres.of(facts.geometry());
            case REPARENTED -> facts.parentCode();
            case KIND_CHANGED -> facts.kind();
            case HOUSEHOLDS_CHANGED -> facts.households();
        };
    }

    private static String code(Grid grid) {
        return grid == null ? null : grid.code();
    }
}
