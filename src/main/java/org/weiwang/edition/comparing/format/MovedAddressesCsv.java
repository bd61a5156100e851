package org.weiwang.edition.comparing.format;

import java.io.IOException;
import java.io.OutputStream;
import org.weiwang.address.Address;
import org.weiwang.edition.comparing.MovedAddress;
import org.weiwang.grid.Grid;
import org.weiwang.spreadsheet.Spreadsheet;

/** Writes a row for each address that moves, with the grids empty that stand for outside. */
public final class MovedAddressesCsv {
    private final Spreadsheet sheet;

    public MovedAddressesCsv(OutputStream out) throws IOException {
        sheet =
                new Spreadsheet(
                        out,
                        "id",
                        "text",
                        "lon",
                        "lat",
                        "households",
                        "from",
                        "from_name",
                        "to",
                        "to_name");
    }

    public void add(MovedAddress moved) {
        Address address = moved.address();
        Grid from = moved.flow().from();
        Grid to = moved.flow().to();
        sheet.row(
                moved.id(),
                address.text(),
                address.point().lon(),
                address.point().lat(),
                address.households(),
                from == null ? null : from.code(),
                from == null ? null : from.name(),
                to == null ? null : to.code(),
                to == null ? null : to.name());
    }

    /** Hands everything to the stream, which stays open. */
    public void flush() throws IOException {
        sheet.flush();
    }
}
