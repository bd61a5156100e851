package org.weiwang.atlas;

import org.weiwang.grid.Grid;

/**
 * A grid together with the part that it belongs to.
 *
 * @param onBoundary whether the point asked for lies on its boundary
 */
public record Located(DistrictPart part, Grid grid, boolean onBoundary) {}
