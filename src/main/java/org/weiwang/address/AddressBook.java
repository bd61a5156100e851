package org.weiwang.address;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.weiwang.geo.LonLat;

/**
 * Finds addresses by their text. Keys are packed into one array of bytes and found by their sorted
 * hashes, so that an address costs its key's bytes and 32 more, and no object. Immutable and
 * thread-safe.
 */
public final class AddressBook {
    /** What is found: the place, null where the address has no location. */
    public record Entry(LonLat point) {}

    private final byte[] keys;
    private final int[] ends;
    private final double[] lons;
    private final double[] lats;
    private final long[] sortedHashes;
    private final int[] rowOfHash;

    private AddressBook(byte[] keys, int[] ends, double[] lons, double[] lats) {
        this.keys = keys;
        this.ends = ends;
        this.lons = lons;
        this.lats = lats;
        int size = ends.length;
        long[] hashes = new long[size];
        for (int row = 0; row < size; row++) {
            hashes[row] = hash(keys, start(row), ends[row]);
        }
        this.rowOfHash =
                IntStream.range(0, size)
                        .boxed()
                        .sorted((a, b) -> Long.compare(hashes[a], hashes[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        this.sortedHashes = Arrays.stream(rowOfHash).mapToLong(row -> hashes[row]).toArray();
    }

    public int size() {
        return ends.length;
    }

    /** All addresses whose {@link AddressText#key key} is that of the text; mostly none or one. */
    public List<Entry> find(String text) {
        byte[] key = AddressText.key(text).getBytes(UTF_8);
        long hash = hash(key, 0, key.length);
        List<Entry> found = new ArrayList<>(1);
        for (int i = firstWith(hash); i < sortedHashes.length && sortedHashes[i] == hash; i++) {
            int row = rowOfHash[i];
            if (Arrays.equals(keys, start(row), ends[row], key, 0, key.length)) {
                found.add(new Entry(point(row)));
            }
        }
        return found;
    }

    private int firstWith(long hash) {
        int low = 0;
        int high = sortedHashes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sortedHashes[middle] < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    private LonLat point(int row) {
        return Double.isNaN(lons[row]) ? null : new LonLat(lons[row], lats[row]);
    }

    /** 64-bit FNV-1a; equal hashes are told apart by their bytes. */
    private static long hash(byte[] bytes, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /** Collects addresses row by row. Not thread-safe. */
    public static final class Builder {
        private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
        private int[] ends = new int[1024];
        private double[] lons = new double[1024];
        private double[] lats = new double[1024];
        private int size;

        /**
         * @param point null where the address has no location
         */
        public void add(String text, LonLat point) {
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, size * 2);
                lons = Arrays.copyOf(lons, size * 2);
                lats = Arrays.copyOf(lats, size * 2);
            }
            keys.writeBytes(AddressText.key(text).getBytes(UTF_8));
            ends[size] = keys.size();
            lons[size] = point == null ? Double.NaN : point.lon();
            lats[size] = point == null ? Double.NaN : point.lat();
            size++;
        }

        public AddressBook build() {
            return new AddressBook(
                    keys.toByteArray(),
                    Arrays.copyOf(ends, size),
                    Arrays.copyOf(lons, size),
                    Arrays.copyOf(lats, size));
        }
    }
}
