package org.weiwang.assigning;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Reads decimal numbers from bytes, to the same double as {@link Double#parseDouble}, which takes
 * some ten times as long on the 17 digits that many programs write, and a String.
 */
final class Decimal {
    /** All of these, and all whole numbers to 2^53, are doubles, so that one division is exact. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18
    };

    private static final long EXACT = 1L << 53;
    private static final int DIGITS_OF_LONG = 18;

    private Decimal() {}

    /**
     * A sign or none, digits with a point among, before or behind them or none, an exponent or
     * none; nothing else, so neither NaN nor hexadecimal.
     *
     * @return NaN for anything but a number, an infinity for a number beyond a double
     */
    static double parse(byte[] bytes, int from, int to) {
        int at = from < to && isSign(bytes[from]) ? from + 1 : from;
        long whole = 0;
        int digits = 0;
        int decimals = 0;
        boolean point = false;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                whole = whole * 10 + digit;
                digits++;
                decimals += point ? 1 : 0;
            } else if (bytes[at] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0 || (at < to && !isExponent(bytes, at, to))) {
            return Double.NaN;
        }
        if (at == to && digits <= DIGITS_OF_LONG && whole <= EXACT) {
            double magnitude = whole / POWERS[decimals];
            return bytes[from] == '-' ? -magnitude : magnitude;
        }
        return JavaDoubleParser.parseDouble(bytes, from, to - from);
    }

    private static boolean isExponent(byte[] bytes, int from, int to) {
        if (bytes[from] != 'e' && bytes[from] != 'E') {
            return false;
        }
        int at = from + 1;
        at += at < to && isSign(bytes[at]) ? 1 : 0;
        int first = at;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at == to && at > first;
    }

    private static boolean isSign(byte b) {
        return b == '-' || b == '+';
    }
}
