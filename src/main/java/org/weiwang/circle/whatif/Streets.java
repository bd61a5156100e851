package org.weiwang.circle.whatif;

import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.reach.WalkCosts;

/**
 * The network as walkers use it.
 *
 * @param index of the edges that points come onto
 * @param farthest from such an edge, in metres, as in {@link EdgeIndex#snap}
 * @param tolerance in metres, within which ways that are added are joined, as in {@link
 *     org.weiwang.circle.network.AddedWays}
 */
public record Streets(WalkCosts costs, EdgeIndex index, double farthest, double tolerance) {}
