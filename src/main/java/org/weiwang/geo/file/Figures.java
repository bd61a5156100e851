package org.weiwang.geo.file;

import java.math.BigDecimal;

/** Numbers as the text of attributes. */
final class Figures {
    /** From here on a double is no whole number that somebody wrote. */
    private static final double EXACT = 0x1p53;

    /** Digits before and after the point of what is written plainly. */
    private static final int PLAIN = 40;

    private Figures() {}

    /** Plainly, without trailing zeros: 85.0 as 85. One that may have been rounded keeps its E. */
    static String text(double value) {
        return Double.isFinite(value) && Math.abs(value) < EXACT
                ? text(BigDecimal.valueOf(value))
                : Double.toString(value);
    }

    /** As {@link #text(double)}, a number of any length. */
    static String text(BigDecimal value) {
        long digits = (long) value.precision() - value.scale();
        if (Math.abs(digits) > PLAIN || Math.abs((long) value.scale()) > PLAIN) {
            return value.toString();
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
