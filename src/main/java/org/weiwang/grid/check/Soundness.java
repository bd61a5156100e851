package org.weiwang.grid.check;

import java.util.List;
import java.util.stream.IntStream;
import org.weiwang.grid.Grid;

/**
 * What is wrong with geometries, each by itself.
 *
 * @param grounds in the order of the grids
 */
record Soundness(List<Ground> grounds, List<Finding> findings) {
    static Soundness of(List<Grid> grids) {
        List<Shapes> shapes =
                grids.parallelStream()
                        .map(grid -> Shapes.check(Subject.of(grid), grid.geometry()))
                        .toList();
        return new Soundness(
                IntStream.range(0, grids.size())
                        .mapToObj(row -> new Ground(row, grids.get(row), shapes.get(row).valid()))
                        .toList(),
                shapes.stream().flatMap(shape -> shape.findings().stream()).toList());
    }
}
