package org.weiwang.demo.life;

import java.util.HashMap;
import java.util.Map;

/**
 * House numbers: rising along each street, odd on one side and even on the other; none is given
 * twice on a street.
 */
final class StreetNumbers {
    private static final int PER_CELL = 6;

    private final Map<String, Integer> given = new HashMap<>();

    /**
     * @param position how many cells along the street
     */
    int next(String street, int position, boolean odd) {
        int at = position;
        while (true) {
            int slot = given.merge(street + '/' + at + '/' + odd, 1, Integer::sum) - 1;
            if (slot < PER_CELL) {
                return 2 * (at * PER_CELL + slot) + (odd ? 1 : 2);
            }
            at++;
        }
    }
}
