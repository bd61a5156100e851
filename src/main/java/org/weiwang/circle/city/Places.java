package org.weiwang.circle.city;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.weiwang.geo.LonLat;

/**
 * Points that people walk from: addresses that weigh their households, or pieces of residential
 * land that weigh their square metres. Numbered from 0 as they were added; packed, 44 bytes each.
 * Immutable and thread-safe. Numbers that are out of range are {@link IndexOutOfBoundsException}s.
 */
public final class Places {
    /** In place of a group's number where a place lies in no group of the level. */
    public static final int NONE = -1;

    private static final int LEVELS = Division.Level.values().length;

    /** Longitude and latitude in turns. */
    private final double[] positions;

    private final long[] weights;

    /** Of each place the groups by level. */
    private final int[] groups;

    private Places(double[] positions, long[] weights, int[] groups) {
        this.positions = positions;
        this.weights = weights;
        this.groups = groups;
    }

    public int size() {
        return weights.length;
    }

    public LonLat position(int place) {
        return new LonLat(positions[2 * place], positions[2 * place + 1]);
    }

    /** All positions, as a view that makes each when it is asked for. */
    public List<LonLat> positions() {
        return new AbstractList<>() {
            @Override
            public LonLat get(int place) {
                return position(place);
            }

            @Override
            public int size() {
                return Places.this.size();
            }
        };
    }

    /** Whether the others are as many and lie, number by number, at the same points. */
    boolean areWhere(Places others) {
        return Arrays.equals(positions, others.positions);
    }

    /** Households or square metres; 0 where none are known. */
    public long weight(int place) {
        return weights[place];
    }

    /**
     * The group that the place lies in, by its number in the {@link Division}; or {@link #NONE}.
     */
    public int group(Division.Level level, int place) {
        return groups[LEVELS * place + level.ordinal()];
    }

    /** The memory that the places take. */
    public long bytes() {
        return 8L * positions.length + 8L * weights.length + 4L * groups.length;
    }

    /** Collects places. Used once, by one thread. */
    public static final class Builder {
        private final DoubleStream.Builder positions = DoubleStream.builder();
        private final LongStream.Builder weights = LongStream.builder();
        private final IntStream.Builder groups = IntStream.builder();

        /**
         * @param weight 0 or more; an address of which no number of households is known has none
         * @param groupsByLevel the numbers of the groups that the place lies in, in the order of
         *     {@link Division.Level}, each 0 or more or {@link #NONE}
         * @throws IllegalArgumentException when the weight or a group is below that, or a level is
         *     left out
         */
        public void add(LonLat position, long weight, int... groupsByLevel) {
            if (weight < 0) {
                throw new IllegalArgumentException("a place weighs 0 or more, not " + weight);
            }
            if (groupsByLevel.length != LEVELS) {
                throw new IllegalArgumentException(
                        "a place lies in groups of "
                                + LEVELS
                                + " levels, not "
                                + groupsByLevel.length);
            }
            for (int group : groupsByLevel) {
                if (group < NONE) {
                    throw new IllegalArgumentException("groups are numbered from 0, not " + group);
                }
                groups.add(group);
            }
            positions.add(position.lon()).add(position.lat());
            weights.add(weight);
        }

        public Places build() {
            return new Places(
                    positions.build().toArray(),
                    weights.build().toArray(),
                    groups.build().toArray());
        }
    }
}
