package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.CharsetDecoder;
import java.util.Arrays;
import org.weiwang.atlas.Found;
import org.weiwang.spreadsheet.Spreadsheet;

/** Answers the rows of one block of CSV. Not thread-safe. */
final class CsvAnswering {
    private static final byte[][] OUTCOMES =
            Arrays.stream(RowOutcome.values())
                    .map(outcome -> outcome.name().getBytes(US_ASCII))
                    .toArray(byte[][]::new);

    private final CsvLayout layout;
    private final PositionColumns columns;
    private final Answerer answerer;
    private final CharsetDecoder decoder;
    private final CsvScanner row;
    private final Answer answer = new Answer();
    private final Block block;
    private final byte[] bytes;
    private final Bytes out;

    CsvAnswering(CsvLayout layout, Answerer answerer, Block block) {
        this.layout = layout;
        this.columns = layout.columns();
        this.answerer = answerer;
        this.decoder = layout.charset().newDecoder();
        this.row = layout.scanner();
        this.block = block;
        this.bytes = block.bytes;
        this.out = block.out;
    }

    void run() {
        int at = 0;
        while (at < block.length) {
            int next = row.scan(bytes, at, block.length);
            if (row.end() > at) {
                block.rows++;
                ask();
                block.outcomes[answer.outcome().ordinal()]++;
                if (!answer.isRejected()) {
                    out.append(bytes, at, row.end());
                    appendAnswer(next);
                } else if (layout.reasons()) {
                    appendEmptyOr(at);
                    appendAnswer(next);
                } else {
                    String text = new String(bytes, at, row.end() - at, layout.charset());
                    block.rejects.add(new Block.Reject(block.numbers, answer.reason(), text));
                }
            }
            block.numbers += row.lines();
            at = next;
        }
    }

    private void ask() {
        if (row.isMalformed()) {
            answer.rejected("something follows the closing quote of a field");
        } else if (row.fields() != layout.fields()) {
            answer.rejected("has " + row.fields() + " fields instead of " + layout.fields());
        } else {
            askPlace();
        }
    }

    private void askPlace() {
        boolean hasLon = false;
        boolean hasLat = false;
        if (columns.lon() >= 0) {
            int lonFrom = row.textBegin(bytes, columns.lon());
            int lonTo = row.textEnd(bytes, columns.lon(), lonFrom);
            int latFrom = row.textBegin(bytes, columns.lat());
            int latTo = row.textEnd(bytes, columns.lat(), latFrom);
            hasLon = lonFrom < lonTo;
            hasLat = latFrom < latTo;
            if (hasLon && hasLat) {
                answerer.byPosition(bytes, lonFrom, lonTo, latFrom, latTo, answer);
                return;
            }
        }
        String address = columns.address() >= 0 ? address() : "";
        if (address == null) {
            answer.rejected(
                    "address is not " + layout.charset() + " text; say which encoding it is");
        } else if (!address.isEmpty()) {
            answerer.byAddress(address, answer);
        } else if (hasLon || hasLat) {
            answer.rejected(hasLon ? "lat is empty" : "lon is empty");
        } else {
            answer.hasNoLocation();
        }
    }

    /** Null where the field is no text in the charset. */
    private String address() {
        int from = row.textBegin(bytes, columns.address());
        int to = row.textEnd(bytes, columns.address(), from);
        String text = from < to ? Encodings.decode(decoder, bytes, from, to) : "";
        if (text == null) {
            return null;
        }
        // White space beyond ASCII, such as the ideographic space, is seen when it is decoded.
        boolean quoted = row.isQuoted(bytes, columns.address());
        return (quoted ? layout.quoting().unquoted(text) : text).strip();
    }

    /** A row whose fields can't be told apart would put what follows into wrong columns. */
    private void appendEmptyOr(int from) {
        if (row.fields() == layout.fields() && !row.isMalformed()) {
            out.append(bytes, from, row.end());
            return;
        }
        for (int i = 1; i < layout.fields(); i++) {
            out.append(layout.delimiter());
        }
    }

    private void appendAnswer(int next) {
        for (int i = 0; i < AddedColumns.CODES.size(); i++) {
            out.append(layout.delimiter());
            String code = answer.code(i);
            if (code != null) {
                out.appendAscii(code);
            }
        }
        out.append(layout.delimiter());
        out.append(OUTCOMES[answer.outcome().ordinal()]);
        if (columns.address() >= 0) {
            appendFound(answer.found());
        }
        if (layout.reasons()) {
            out.append(layout.delimiter());
            if (answer.isRejected()) {
                appendText(answer.reason());
            }
        }
        out.append(bytes, row.end(), next);
    }

    /**
     * @param found null for empty fields
     */
    private void appendFound(Found found) {
        out.append(layout.delimiter());
        if (found != null) {
            out.appendAscii(found.match().kind().name());
        }
        out.append(layout.delimiter());
        if (found != null) {
            out.appendAscii(Double.toString(found.score()));
        }
        out.append(layout.delimiter());
        if (found != null && found.address() != null) {
            appendText(Spreadsheet.notAFormula(found.address()));
        }
    }

    private void appendText(String text) {
        out.append(layout.quoting().field(text, layout.delimiter()).getBytes(layout.charset()));
    }
}
