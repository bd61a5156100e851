package org.weiwang.circle.network;

/**
 * Of what line an edge is a piece, in a byte: the line's level, and of each end of the edge whether
 * the line ends there too or was only cut.
 */
final class Origin {
    /** The farthest level from the ground, up and down. */
    static final int HIGHEST = 31;

    /** In place of the level of a bridge or tunnel whose level is not known, or beyond those. */
    static final int NO_LEVEL = -32;

    private static final int END_BITS = 2;
    private static final int ENDS = 3;

    /** A whole line on the ground. */
    static final byte GROUND = ENDS;

    private Origin() {}

    /**
     * Of a piece of a line.
     *
     * @param isFirst whether the line ends where the piece begins
     * @param isLast whether it ends where the piece does
     */
    static byte of(Line line, boolean isFirst, boolean isLast) {
        int ends = (isFirst ? 1 : 0) + (isLast ? 2 : 0);
        return (byte) (level(line) << END_BITS | ends);
    }

    private static int level(Line line) {
        if (!line.isAloft()) {
            return 0;
        }
        boolean isKnown = !line.isNoded() && Math.abs(line.level()) <= HIGHEST;
        return isKnown ? (int) line.level() : NO_LEVEL;
    }

    /** From -HIGHEST to HIGHEST, or NO_LEVEL. */
    static int level(byte origin) {
        return origin >> END_BITS;
    }

    /**
     * @param end 0 for the edge's first point, 1 for its last
     */
    static boolean isLineEnd(byte origin, int end) {
        return (origin >> end & 1) != 0;
    }

    /** Of the same piece, drawn from its last point to its first. */
    static byte reversed(byte origin) {
        return (byte) (origin & ~ENDS | (origin & 1) << 1 | origin >> 1 & 1);
    }

    /** Of pieces that are drawn alike: the level nearer to the ground, and the ends of both. */
    static byte merged(byte one, byte other) {
        int a = level(one);
        int b = level(other);
        boolean isNearer = Math.abs(a) < Math.abs(b) || Math.abs(a) == Math.abs(b) && a >= b;
        return (byte) ((isNearer ? a : b) << END_BITS | (one | other) & ENDS);
    }
}
