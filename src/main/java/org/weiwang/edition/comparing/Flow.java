package org.weiwang.edition.comparing;

import java.util.Comparator;
import org.weiwang.grid.Grid;

/**
 * The addresses for which one grid was responsible and another one is. A grid is responsible as
 * {@link org.weiwang.grid.Place#responsible} says.
 *
 * @param from micro or dedicated, of the earlier edition; null when they lay outside
 * @param to micro or dedicated, of the later edition; null when they lie outside
 * @param addresses how many, at least 1
 * @param households of all of them; those of which it is not known count as 0
 */
public record Flow(Grid from, Grid to, long addresses, long households) {
    /** Most addresses first, then by the codes. */
    static final Comparator<Flow> BY_SIZE =
            Comparator.comparingLong(Flow::addresses)
                    .reversed()
                    .thenComparing(flow -> code(flow.from()))
                    .thenComparing(flow -> code(flow.to()));

    /** Outside comes first. */
    private static String code(Grid grid) {
        return grid == null ? "" : grid.code();
    }
}
