package org.weiwang.atlas;

import org.weiwang.grid.Grid;

/**
 * A grid that comes near a place.
 *
 * @param metres from the place to the grid's outline
 */
public record Neighbour(Grid grid, double metres) {}
