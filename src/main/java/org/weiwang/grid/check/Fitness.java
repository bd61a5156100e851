package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.weiwang.grid.Grid;

/**
 * Which rows can be grids of an edition, each by itself: it has a code that no row before has, a
 * name, a parent's code and a valid polygon. How they lie beside one another is of no account here.
 *
 * @param grids those that can, in their order
 * @param unfit the others, likewise
 */
public record Fitness(List<Grid> grids, List<Grid> unfit) {
    public Fitness {
        grids = List.copyOf(grids);
        unfit = List.copyOf(unfit);
    }

    public static Fitness of(List<Grid> rows) {
        List<Grid> grids = new ArrayList<>();
        List<Grid> unfit = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Grid row : rows) {
            boolean isFit =
                    Grid.CODE.matcher(row.code()).matches()
                            && !row.name().isEmpty()
                            && !row.parentCode().isEmpty()
                            && !row.geometry().isEmpty()
                            && row.geometry().isValid()
                            && codes.add(row.code());
            (isFit ? grids : unfit).add(row);
        }
        return new Fitness(grids, unfit);
    }
}
