package org.weiwang.grid;

/**
 * A grid that covers a point.
 *
 * @param onBoundary whether the point lies on the grid's boundary rather than inside it
 */
public record Covering(Grid grid, boolean onBoundary) {}
