package org.weiwang.grid;

/** 落格: what came of placing a point. */
public enum Outcome {
    /** A micro grid or a dedicated grid covers it. */
    INSIDE,
    /**
     * As INSIDE, but it lies on the boundary of a grid named, so that a neighbour may cover it too.
     */
    ON_BOUNDARY,
    /** No micro grid and no dedicated grid covers it. */
    OUTSIDE,
    /** The address has no location. */
    NO_LOCATION
}
