package org.weiwang.address.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.weiwang.address.StoredAddress;
import org.weiwang.geo.LonLat;

/** Reads documents as what they stand for. Thread-safe. */
final class StoredAddresses {
    private final List<LeafReaderContext> leaves;

    /** By the leaf's number; a book without documents has none. */
    private final List<AddressBook> books;

    StoredAddresses(List<AddressBook> books, List<LeafReaderContext> leaves) {
        this.leaves = leaves;
        this.books = books.stream().filter(book -> book.keys().size() > 0).toList();
    }

    /**
     * @param documents in any order
     */
    List<StoredAddress> read(int... documents) throws IOException {
        List<StoredAddress> read = new ArrayList<>(documents.length);
        Leaf leaf = null;
        for (int document : documents) {
            if (leaf == null || !leaf.canRead(document)) {
                int number = ReaderUtil.subIndex(document, leaves);
                leaf = new Leaf(books.get(number), leaves.get(number));
            }
            read.add(leaf.read(document));
        }
        return read;
    }

    /** Reads documents whose numbers do not fall. */
    private static final class Leaf {
        private final AddressBook book;
        private final int from;
        private final int to;
        private final BinaryDocValues texts;
        private final NumericDocValues lons;
        private final NumericDocValues lats;
        private int last = -1;

        Leaf(AddressBook book, LeafReaderContext context) throws IOException {
            LeafReader reader = context.reader();
            this.book = book;
            from = context.docBase;
            to = from + reader.maxDoc();
            texts = DocValues.getBinary(reader, BookDocuments.TEXT);
            lons = DocValues.getNumeric(reader, BookDocuments.LON);
            lats = DocValues.getNumeric(reader, BookDocuments.LAT);
        }

        boolean canRead(int document) {
            return document >= from + last && document >= from && document < to;
        }

        StoredAddress read(int document) throws IOException {
            last = document - from;
            if (!texts.advanceExact(last)) {
                throw new IllegalStateException("no text in document " + last);
            }
            String text = texts.binaryValue().utf8ToString();
            LonLat point = Degrees.point(lons, lats, last);
            return new StoredAddress(text, point, book.district(), last >= book.size());
        }
    }
}
