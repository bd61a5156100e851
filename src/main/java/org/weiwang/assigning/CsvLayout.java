package org.weiwang.assigning;

import java.nio.charset.Charset;

/**
 * How rows of CSV are laid out.
 *
 * @param quoting what fields may be enclosed in
 * @param pairs whether the delimiter may be the second byte of a character
 * @param fields how many each row has
 * @param reasons whether bad rows are answered in place, with their reason in a column of its own
 */
record CsvLayout(
        Charset charset,
        byte delimiter,
        Quoting quoting,
        boolean pairs,
        int fields,
        PositionColumns columns,
        boolean reasons) {

    CsvScanner scanner() {
        return new CsvScanner(delimiter, quoting, pairs, fields);
    }
}
