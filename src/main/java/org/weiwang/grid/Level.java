package org.weiwang.grid;

/** A level of grid: the "3" of "3+1" from the top down, then the "+1". */
public enum Level {
    /** 社区总网格: one village or residential community; its parent is a town. */
    COMMUNITY,
    /** 一般网格: about 300 to 500 households; its parent is a community grid. */
    GENERAL,
    /** 微网格: about 30 to 100 households; its parent is a general grid. */
    MICRO,
    /**
     * 专属网格: a school, hospital, market and the like; its parent is a community grid. It lies over
     * micro grids or is a hole in them.
     */
    DEDICATED
}
