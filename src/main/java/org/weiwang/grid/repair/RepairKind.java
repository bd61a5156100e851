package org.weiwang.grid.repair;

/** What a repair does. The names are stable. */
public enum RepairKind {
    /** A geometry that is invalid becomes the valid one that has its boundary. */
    MAKE_VALID,
    /** Ground narrower than a metre that no or two grids cover goes to one of those beside it. */
    SNAP_SLIVERS,
    /** Ground that no grid covers goes to the neighbour that shares the longest edge with it. */
    CLOSE_GAP,
    /** Ground that two grids cover is cut from one of them. */
    CUT_OVERLAP,
    /** A grid becomes what those below it cover. */
    REDERIVE_UPPER
}
