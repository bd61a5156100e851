package org.weiwang.circle.network;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.locationtech.jts.geom.Coordinate;

/**
 * Points in {@link Steps}, 8 bytes each: a list that makes each when it is asked for. Immutable.
 */
final class PackedPoints extends AbstractList<Coordinate> implements RandomAccess {
    private final int[] packed;

    /**
     * @param packed longitude and latitude of each in turns, and what is left out
     * @param size how many there are
     */
    PackedPoints(int[] packed, int size) {
        this.packed = Arrays.copyOf(packed, 2 * size);
    }

    @Override
    public Coordinate get(int number) {
        return new Coordinate(packed[2 * number], packed[2 * number + 1]);
    }

    @Override
    public int size() {
        return packed.length / 2;
    }
}
