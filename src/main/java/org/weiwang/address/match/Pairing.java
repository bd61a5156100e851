package org.weiwang.address.match;

import java.util.Arrays;
import java.util.List;
import org.weiwang.address.Element;
import org.weiwang.address.Reading;

/**
 * Which element of a stored address is which of those that are sought. As many as possible are
 * paired. A name may be said twice, but two numbers are never the same one.
 */
final class Pairing {
    private static final int NONE = -1;

    private final List<Sought> sought;
    private final List<Element> stored;
    private final String district;

    /** Of each that is sought the stored one. */
    private final int[] storedOf;

    /** Of each stored number the one that is sought. */
    private final int[] soughtOf;

    Pairing(List<Sought> sought, Place place) {
        this.sought = sought;
        stored = place.elements();
        district = place.address().district();
        storedOf = new int[sought.size()];
        soughtOf = new int[stored.size()];
        Arrays.fill(storedOf, NONE);
        Arrays.fill(soughtOf, NONE);
        for (int i = 0; i < sought.size(); i++) {
            pair(i, new boolean[stored.size()]);
        }
    }

    /** The place of its pair among the stored elements; negative where it has none. */
    int of(int i) {
        return storedOf[i];
    }

    /** The reading by which it is its pair's; null where it has none. */
    Reading reading(int i) {
        return storedOf[i] == NONE ? null : common(sought.get(i), stored.get(storedOf[i]));
    }

    /** Takes a pair apart. */
    void part(int i) {
        storedOf[i] = NONE;
    }

    boolean isPaired(int storedElement) {
        for (int i : storedOf) {
            if (i == storedElement) {
                return true;
            }
        }
        return false;
    }

    /** Kuhn's algorithm: a number that is taken is given up where its taker finds another. */
    private boolean pair(int i, boolean[] seen) {
        for (int j = 0; j < seen.length; j++) {
            Reading common = seen[j] ? null : common(sought.get(i), stored.get(j));
            if (common == null) {
                continue;
            }
            seen[j] = true;
            boolean exclusive = common.kind().isNumber();
            if (!exclusive || soughtOf[j] == NONE || pair(soughtOf[j], seen)) {
                storedOf[i] = j;
                if (exclusive) {
                    soughtOf[j] = i;
                }
                return true;
            }
        }
        return false;
    }

    private Reading common(Sought sought, Element stored) {
        for (Reading reading : sought.readings()) {
            for (Reading other : stored.readings()) {
                if (reading.kind() == other.kind()
                        && reading.value().equals(other.value())
                        && isOfDistrict(reading)
                        && isOfDistrict(other)) {
                    return reading;
                }
            }
        }
        return null;
    }

    /** An alias that a place has in one district none of the same name has in another. */
    private boolean isOfDistrict(Reading reading) {
        return reading.alias() == null || reading.alias().district().equals(district);
    }
}
