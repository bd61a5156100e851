package org.weiwang.address.index;

import java.io.IOException;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.IntroSorter;

/**
 * A file of the hashes of all keys, sorted as unsigned numbers, and the document of each: 12 bytes
 * a key, mapped into memory. Thread-safe.
 */
final class KeyTable {
    static final String FILE = "keys";
    private static final int FORMAT = 1;
    private static final int NEAR = 8;

    /**
     * At least so many bits a key has {@link #seen}: of other keys one in so many is searched for.
     */
    private static final int BITS_PER_KEY = 16;

    private final RandomAccessInput hashes;
    private final RandomAccessInput documents;
    private final int size;

    /** A bit for each beginning that a hash may have: whether one has. */
    private final long[] seen;

    private final int seenShift;

    private KeyTable(RandomAccessInput hashes, RandomAccessInput documents, int size)
            throws IOException {
        this.hashes = hashes;
        this.documents = documents;
        this.size = size;
        int bits = Long.SIZE - Long.numberOfLeadingZeros((long) BITS_PER_KEY * size + Long.SIZE);
        seen = new long[Math.toIntExact((1L << bits) / Long.SIZE)];
        seenShift = Long.SIZE - bits;
        for (int i = 0; i < size; i++) {
            long beginning = hash(i) >>> seenShift;
            seen[(int) (beginning / Long.SIZE)] |= 1L << beginning;
        }
    }

    /**
     * Writes the file.
     *
     * @param hashes of the documents' keys, by document; sorted afterwards
     */
    static void write(Directory directory, long[] hashes) throws IOException {
        int[] documents = new int[hashes.length];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = i;
        }
        new PairSorter(hashes, documents).sort(0, hashes.length);
        try (IndexOutput out = directory.createOutput(FILE, IOContext.DEFAULT)) {
            CodecUtil.writeHeader(out, FILE, FORMAT);
            for (long hash : hashes) {
                out.writeLong(hash);
            }
            for (int document : documents) {
                out.writeInt(document);
            }
            CodecUtil.writeFooter(out);
        }
    }

    /** Reads the whole file once, to see that it is sound. */
    static KeyTable open(Directory directory) throws IOException {
        IndexInput in = directory.openInput(FILE, IOContext.DEFAULT);
        CodecUtil.checksumEntireFile(in);
        in.seek(0);
        CodecUtil.checkHeader(in, FILE, FORMAT, FORMAT);
        long from = in.getFilePointer();
        long bytes = in.length() - from - CodecUtil.footerLength();
        int size = Math.toIntExact(bytes / (Long.BYTES + Integer.BYTES));
        long middle = (long) size * Long.BYTES;
        return new KeyTable(
                in.randomAccessSlice(from, middle),
                in.randomAccessSlice(from + middle, bytes - middle),
                size);
    }

    int size() {
        return size;
    }

    /** Where the hash is first in the order of hashes; where it is not, the size or any other. */
    int first(long hash) throws IOException {
        long beginning = hash >>> seenShift;
        if ((seen[(int) (beginning / Long.SIZE)] & 1L << beginning) == 0) {
            return size;
        }
        int at = near(hash);
        while (at > 0 && Long.compareUnsigned(hash(at - 1), hash) >= 0) {
            at--;
        }
        while (at < size && Long.compareUnsigned(hash(at), hash) < 0) {
            at++;
        }
        return at;
    }

    boolean isAt(int at, long hash) throws IOException {
        return at < size && hash(at) == hash;
    }

    int document(int at) throws IOException {
        return documents.readInt((long) at * Integer.BYTES);
    }

    /**
     * By interpolation: hashes are spread evenly, so that a hash is about the root of the size away
     * from where it is expected, about the root of that after the next step, and so on.
     */
    private int near(long hash) throws IOException {
        double perHash = size * 0x1p-64;
        double sought = asDouble(hash);
        int at = within(sought * perHash);
        for (int step = 0; step < 4; step++) {
            int next = within(at + (sought - asDouble(hash(at))) * perHash);
            boolean close = Math.abs(next - at) <= NEAR;
            at = next;
            if (close) {
                break;
            }
        }
        return at;
    }

    private int within(double at) {
        return (int) Math.max(0, Math.min(size - 1.0, at));
    }

    private static double asDouble(long unsigned) {
        return (unsigned >>> 11) * 0x1p11;
    }

    private long hash(int at) throws IOException {
        return hashes.readLong((long) at * Long.BYTES);
    }

    /** Sorts two arrays alike by the first. */
    private static final class PairSorter extends IntroSorter {
        private final long[] hashes;
        private final int[] documents;
        private long pivot;
        private int pivotDocument;

        PairSorter(long[] hashes, int[] documents) {
            this.hashes = hashes;
            this.documents = documents;
        }

        @Override
        protected void swap(int i, int j) {
            long hash = hashes[i];
            hashes[i] = hashes[j];
            hashes[j] = hash;
            int document = documents[i];
            documents[i] = documents[j];
            documents[j] = document;
        }

        @Override
        protected void setPivot(int i) {
            pivot = hashes[i];
            pivotDocument = documents[i];
        }

        @Override
        protected int comparePivot(int j) {
            int order = Long.compareUnsigned(pivot, hashes[j]);
            return order != 0 ? order : Integer.compare(pivotDocument, documents[j]);
        }
    }
}
