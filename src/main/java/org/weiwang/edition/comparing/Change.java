package org.weiwang.edition.comparing;

/** What can have become of a grid or a town from one edition to another. */
public enum Change {
    /** Only the later edition has its code. */
    ADDED,
    /** Only the earlier edition has its code. */
    REMOVED,
    /** It gained or lost ground; see {@link Reshaping}. */
    RESHAPED,
    RENAMED,
    /** It belongs to another grid, or a community grid to another town. */
    REPARENTED,
    /** What it is made of is another kind. */
    KIND_CHANGED,
    /** The number of households that the source gives for it is another one. */
    HOUSEHOLDS_CHANGED
}
