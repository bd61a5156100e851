package org.weiwang.grid.check;

import java.util.List;
import org.weiwang.grid.Grid;

/** Finds what is wrong with the grids of a district, as far as they alone tell. Thread-safe. */
public final class CoverageCheck {
    private CoverageCheck() {}

    /**
     * @param grids of all levels, in the order in which they came; they may be wrong in every way
     *     that a finding's kind names: codes of any text, several with one code, names and parents'
     *     codes empty, geometries empty or invalid
     * @return by kind, then by the code of the grid at fault, then by place
     */
    public static List<Finding> check(List<Grid> grids) {
        throw new UnsupportedOperationException("to be written");
    }
}
