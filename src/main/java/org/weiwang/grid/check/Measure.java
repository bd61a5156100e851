package org.weiwang.grid.check;

/** From how wide on, in metres, ground counts: a disc of this diameter fits in somewhere. */
public final class Measure {
    /** What surveyed boundaries are good for; below it neighbours fit. */
    public static final double NARROWEST = 0.05;

    /** Narrower ground is a sliver: nobody lives in it, and snapping closes it. */
    public static final double SLIVER = 1;

    private Measure() {}
}
