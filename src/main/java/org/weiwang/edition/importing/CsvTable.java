package org.weiwang.edition.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.weiwang.edition.ImportException;

/** A CSV file whose first line names the columns. */
final class CsvTable implements Table {
    private final String file;
    private final Charset charset;
    private final String crs;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    CsvTable(Path path, Layer layer, ImportRequest request) throws ImportException {
        this.file = path.getFileName().toString();
        this.charset = TextEncoding.of(path, request.encoding());
        this.crs = layer == Layer.ADDRESSES ? request.datum().name() : null;
        this.reader = open(path);
        try {
            this.records = reader.iterator();
            this.header = readHeader();
        } catch (ImportException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private CsvReader<CsvRecord> open(Path path) throws ImportException {
        try {
            return CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(
                            new InputStreamReader(
                                    Files.newInputStream(path), charset.newDecoder()));
        } catch (IOException e) {
            throw new ImportException(file + ": " + e);
        }
    }

    private List<String> readHeader() throws ImportException {
        if (!hasNext()) {
            throw new ImportException(file + ": is empty; its first line must name the columns");
        }
        List<String> names =
                records.next().getFields().stream()
                        .map(name -> name.replace("\uFEFF", "").strip())
                        .toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new ImportException(
                    file + ": a column is named twice: " + String.join(",", names));
        }
        return names;
    }

    @Override
    public List<String> columns() {
        return header;
    }

    @Override
    public String encoding() {
        return charset.name();
    }

    @Override
    public String crs() {
        return crs;
    }

    @Override
    public void forEach(RowTaker taker) throws ImportException {
        boolean goOn = true;
        while (goOn && hasNext()) {
            goOn = give(records.next(), taker);
        }
    }

    private boolean give(CsvRecord record, RowTaker taker) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != header.size()) {
            return taker.reject(
                    line,
                    "has " + record.getFieldCount() + " values for " + header.size() + " columns");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), record.getField(i).strip());
        }
        return taker.take(new Row(line, null, values));
    }

    private boolean hasNext() throws ImportException {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ImportException(file + ": " + e.getMessage() + ": " + cause.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
