package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Finds out from the head of a CSV input how it is to be read. */
final class CsvOpening {
    private static final byte[] DELIMITERS = {',', '\t', ';', '|'};

    private final InputOptions options;
    private final byte[] head;
    private final boolean whole;
    private final Charset charset;

    /**
     * @param head the input's beginning, or all of it
     * @param whole whether it is all of it
     * @throws AssignmentException when it is no text, or in no charset that is read
     */
    CsvOpening(InputOptions options, byte[] head, boolean whole) throws AssignmentException {
        this.options = options;
        this.head = head;
        this.whole = whole;
        boolean marked = options.charset() == null && Encodings.markLength(head) > 0;
        this.charset = Encodings.of(marked ? UTF_8 : options.charset(), head, whole);
    }

    /**
     * The rows, laid out as the first row and the options tell.
     *
     * @throws AssignmentException when they don't
     */
    CsvRows rows(Answerer answerer, boolean answeredInPlace) throws AssignmentException {
        int mark = Encodings.markLength(head);
        int first = mark;
        int blankLines = 0;
        while (first < head.length && (head[first] == '\n' || head[first] == '\r')) {
            blankLines += head[first] == '\n' ? 1 : 0;
            first++;
        }
        if (first == head.length) {
            throw new AssignmentException("there is no row, nor a line that names the columns");
        }
        Quoting quoting = options.quoting();
        byte delimiter = options.delimiter() == null ? delimiter(first) : given();
        boolean pairs = Encodings.hasPairs(charset) && delimiter == '|';
        CsvScanner row =
                firstRow(first, new CsvScanner(delimiter, quoting, pairs, 0), blankLines + 1);
        row =
                firstRow(
                        first,
                        new CsvScanner(delimiter, quoting, pairs, row.fields()),
                        blankLines + 1);
        List<String> cells = cells(row);
        boolean named =
                options.header() == null ? FirstRow.namesColumns(cells, options) : options.header();
        PositionColumns columns =
                named
                        ? PositionColumns.of(cells, options)
                        : PositionColumns.numbered(cells, options);
        List<String> added = AddedColumns.names(columns.address() >= 0, answeredInPlace);
        if (named) {
            refuseTaken(cells, added);
        }
        CsvLayout layout =
                new CsvLayout(
                        charset, delimiter, quoting, pairs, cells.size(), columns, answeredInPlace);
        String reading = reading(cells, named, columns, delimiter);
        Bytes prologue = new Bytes(1 << 10);
        prologue.append(head, 0, mark);
        if (!named) {
            return new CsvRows(layout, answerer, prologue.toArray(), first, blankLines, reading);
        }
        prologue.append(head, first, row.end());
        for (String name : added) {
            prologue.append(delimiter);
            prologue.appendAscii(name);
        }
        prologue.append(head, row.end(), row.next());
        return new CsvRows(
                layout,
                answerer,
                prologue.toArray(),
                row.next(),
                blankLines + row.lines(),
                reading);
    }

    private String reading(
            List<String> cells, boolean named, PositionColumns columns, byte delimiter) {
        return "%s, delimiter %s, %s a header; %s"
                .formatted(
                        charset,
                        delimiter == '\t' ? "tab" : "\"" + (char) delimiter + "\"",
                        named ? "with" : "without",
                        columns.told(named ? cells : null));
    }

    private byte given() {
        return (byte) options.delimiter().charValue();
    }

    private CsvScanner firstRow(int from, CsvScanner scanner, int line) throws AssignmentException {
        scanner.scan(head, from, head.length);
        if (whole && scanner.isQuoteOpen()) {
            throw new AssignmentException("line " + line + " has a quote that is never closed");
        }
        if (!whole && !scanner.isLineEnded()) {
            throw new AssignmentException(
                    "line "
                            + line
                            + " "
                            + UnendedRow.longerThan(head.length, scanner.isQuoteOpen())
                                    .getMessage());
        }
        return scanner;
    }

    /** The one that is most frequent in the first line, outside of quotes. */
    private byte delimiter(int from) {
        boolean pairs = Encodings.hasPairs(charset);
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        int at = from;
        while (at < head.length && (quoted || head[at] != '\n')) {
            if (head[at] == options.quoting().mark()) {
                quoted = !quoted;
            }
            for (int i = 0; i < DELIMITERS.length && !quoted; i++) {
                counts[i] += head[at] == DELIMITERS[i] ? 1 : 0;
            }
            at = pairs ? CsvScanner.behindCharacter(head, at, head.length) : at + 1;
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return DELIMITERS[most];
    }

    private List<String> cells(CsvScanner row) throws AssignmentException {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.fields(); i++) {
            int from = row.textBegin(head, i);
            int to = row.textEnd(head, i, from);
            String cell = new String(head, from, to - from, charset).strip();
            if (cell.indexOf('\r') >= 0) {
                throw new AssignmentException(
                        "the first row holds a carriage return; lines must end with a line feed, with a carriage return before it or not");
            }
            cells.add(row.isQuoted(head, i) ? options.quoting().unquoted(cell) : cell);
        }
        return cells;
    }

    private static void refuseTaken(List<String> names, List<String> all)
            throws AssignmentException {
        for (String added : all) {
            if (names.stream().anyMatch(added::equalsIgnoreCase)) {
                throw new AssignmentException(
                        "there is a column "
                                + added
                                + " already, which would be added; rename it or leave it out");
            }
        }
    }
}
