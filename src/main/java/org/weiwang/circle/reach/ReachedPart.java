package org.weiwang.circle.reach;

/**
 * A part of an edge that is reached.
 *
 * @param from where it begins, in millimetres from the edge's first point
 * @param to where it ends, likewise, not before it begins
 */
public record ReachedPart(int edge, int from, int to) {}
