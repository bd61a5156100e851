package org.weiwang.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32C;

/** The grids in a file of assigned addresses, by the numbers of its rows, in whatever order. */
final class AssignedRows {
    /** Before them are the number, the address, the longitude and the latitude. */
    private static final int FIRST_ADDED = 4;

    /** A sum of each row's grids and outcome, as ten million texts would not fit; 0 for no row. */
    private final long[] rows;

    /**
     * @param count how many rows of the file to read, those of the lowest numbers, from 1
     */
    AssignedRows(Path file, int count) throws IOException {
        this.rows = new long[count];
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                read(row);
            }
        }
    }

    private void read(CsvRecord row) {
        if (row.getStartingLineNumber() > 1) {
            int number = Integer.parseInt(row.getField(0));
            if (number <= rows.length) {
                List<String> fields = row.getFields();
                rows[number - 1] = sum(fields.subList(FIRST_ADDED, fields.size()));
            }
        }
    }

    private static long sum(List<String> fields) {
        CRC32C polynomial = new CRC32C();
        Adler32 additive = new Adler32();
        byte[] text = String.join(",", fields).getBytes(StandardCharsets.UTF_8);
        polynomial.update(text);
        additive.update(text);
        return polynomial.getValue() << Integer.SIZE | additive.getValue();
    }

    /** How many rows are missing in one of the two or have other grids or another outcome. */
    int differences(AssignedRows other) {
        int differences = 0;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] == 0 || rows[i] != other.rows[i]) {
                differences++;
            }
        }
        return differences;
    }
}
