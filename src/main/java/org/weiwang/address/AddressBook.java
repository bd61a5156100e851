package org.weiwang.address;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weiwang.geo.LonLat;

/**
 * Finds addresses by their text. An address costs its key's bytes and some 30 more, and no object.
 * Immutable and thread-safe.
 */
public final class AddressBook {
    /** What is found: the place, null where the address has no location. */
    public record Entry(LonLat point) {}

    private final PackedKeys keys;
    private final double[] lons;
    private final double[] lats;

    private AddressBook(PackedKeys keys, double[] lons, double[] lats) {
        this.keys = keys;
        this.lons = lons;
        this.lats = lats;
    }

    public int size() {
        return keys.size();
    }

    /** All addresses whose {@link AddressText#key key} is that of the text; mostly none or one. */
    public List<Entry> find(String text) {
        List<Entry> found = new ArrayList<>(1);
        keys.forEach(AddressText.key(text), row -> found.add(new Entry(point(row))));
        return found;
    }

    private LonLat point(int row) {
        return Double.isNaN(lons[row]) ? null : new LonLat(lons[row], lats[row]);
    }

    /** Collects addresses row by row, until it has built the book. Not thread-safe. */
    public static final class Builder {
        private final PackedKeys keys = new PackedKeys();
        private double[] lons = new double[1024];
        private double[] lats = new double[1024];

        /**
         * @param point null where the address has no location
         */
        public void add(String text, LonLat point) {
            int row = keys.size();
            if (row == lons.length) {
                lons = Arrays.copyOf(lons, row * 2);
                lats = Arrays.copyOf(lats, row * 2);
            }
            keys.add(AddressText.key(text));
            lons[row] = point == null ? Double.NaN : point.lon();
            lats[row] = point == null ? Double.NaN : point.lat();
        }

        public AddressBook build() {
            keys.trim();
            return new AddressBook(
                    keys, Arrays.copyOf(lons, keys.size()), Arrays.copyOf(lats, keys.size()));
        }
    }
}
