package org.weiwang.edition;

import java.util.List;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Town;

/** All that an edition consists of, in no order. */
public record EditionGrids(District district, List<Town> towns, List<Grid> grids) {}
