package org.weiwang.circle.reach;

/**
 * A cost and the facility that is reached at it, in one number: the lesser of two labels has the
 * lower cost or, at equal cost, the lower number of a facility.
 */
public final class Label {
    /** Nothing is reached; greater than all labels. */
    public static final long NONE = Long.MAX_VALUE;

    private Label() {}

    /**
     * @param cost 0 or more
     * @param facility 0 or more
     */
    public static long of(int cost, int facility) {
        return (long) cost << 32 | facility;
    }

    /**
     * The same facility, farther away.
     *
     * @param label not {@link #NONE}
     * @param more 0 or more
     */
    public static long plus(long label, int more) {
        return label + ((long) more << 32);
    }

    /** The cost, in the units of {@link WalkCosts}. */
    public static int cost(long label) {
        return (int) (label >>> 32);
    }

    public static int facility(long label) {
        return (int) label;
    }
}
