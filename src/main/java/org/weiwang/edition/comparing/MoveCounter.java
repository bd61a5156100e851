package org.weiwang.edition.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.weiwang.edition.EditionGrids;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Responsibility;

/** Places addresses in two editions and counts those that move. Used by one thread. */
final class MoveCounter {
    /** The codes of the grids; null for outside. */
    private record Way(String from, String to) {}

    private static final class Sum {
        private final int index;
        private final Grid from;
        private final Grid to;
        private long addresses;
        private long households;

        Sum(int index, Grid from, Grid to) {
            this.index = index;
            this.from = from;
            this.to = to;
        }

        Flow flow() {
            return new Flow(from, to, addresses, households);
        }
    }

    private static final int FIRST_SIZE = 1024;

    private final Responsibility before;
    private final Responsibility after;
    private final Map<Way, Sum> sums = new LinkedHashMap<>();
    private int[] numbers = new int[FIRST_SIZE];
    private int[] flowOf = new int[FIRST_SIZE];
    private int size;
    private long total;

    MoveCounter(EditionGrids before, EditionGrids after) {
        this.before = new Responsibility(before.grids());
        this.after = new Responsibility(after.grids(), this.before);
    }

    /**
     * The next address.
     *
     * @param number greater than the one before
     * @param point null where the address has no location; it moves nowhere then
     * @param households null where they are not known
     */
    void add(int number, LonLat point, Integer households) {
        total++;
        if (point == null) {
            return;
        }
        Grid from = before.at(point);
        Grid to = after.at(point);
        if (!Objects.equals(code(from), code(to))) {
            Sum sum =
                    sums.computeIfAbsent(
                            new Way(code(from), code(to)), way -> new Sum(sums.size(), from, to));
            sum.addresses++;
            sum.households += households == null ? 0 : households;
            keep(number, sum.index);
        }
    }

    private static String code(Grid grid) {
        return grid == null ? null : grid.code();
    }

    private void keep(int number, int flow) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            flowOf = Arrays.copyOf(flowOf, 2 * size);
        }
        numbers[size] = number;
        flowOf[size] = flow;
        size++;
    }

    /** How many addresses there were, whether or not they move. */
    long total() {
        return total;
    }

    Moves moves() {
        List<Flow> flows = new ArrayList<>();
        sums.values().forEach(sum -> flows.add(sum.flow()));
        return new Moves(
                Arrays.copyOf(numbers, size), Arrays.copyOf(flowOf, size), List.copyOf(flows));
    }
}
