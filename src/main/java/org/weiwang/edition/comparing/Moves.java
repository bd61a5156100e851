package org.weiwang.edition.comparing;

import java.util.Arrays;
import java.util.List;

/**
 * Which addresses move, and with which flow: eight bytes for each. Immutable and thread-safe.
 *
 * @param numbers of the addresses in their data set, ascending
 * @param flowOf which of the flows, for each
 */
record Moves(int[] numbers, int[] flowOf, List<Flow> flows) {
    int size() {
        return numbers.length;
    }

    /** The numbers that follow, at most so many. */
    int[] after(int number, int limit) {
        int at = Arrays.binarySearch(numbers, number);
        int first = at >= 0 ? at + 1 : -at - 1;
        return Arrays.copyOfRange(
                numbers, first, (int) Math.min((long) first + limit, numbers.length));
    }

    /** The flow of an address that moves. */
    Flow flow(int number) {
        return flows.get(flowOf[Arrays.binarySearch(numbers, number)]);
    }
}
