package org.weiwang.feature.cql2;

import java.time.Instant;

/** The order of values of one kind, the same as in SQL with texts as the bytes of their UTF-8. */
final class Order {
    private Order() {}

    /** Of two texts, numbers, truths or moments; false comes before true. */
    static int compare(Object a, Object b) {
        if (a instanceof String text) {
            return compareTexts(text, (String) b);
        }
        if (a instanceof Number number) {
            return compareNumbers(number, (Number) b);
        }
        if (a instanceof Boolean truth) {
            return Boolean.compare(truth, (Boolean) b);
        }
        return ((Instant) a).compareTo((Instant) b);
    }

    /** Surrogates come before U+E000 in a String, but what they stand for comes after. */
    private static int compareTexts(String a, String b) {
        int both = Math.min(a.length(), b.length());
        for (int i = 0; i < both; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
            }
        }
        return a.length() - b.length();
    }

    private static int compareNumbers(Number a, Number b) {
        if (isWhole(a) && isWhole(b)) {
            return Long.compare(a.longValue(), b.longValue());
        }
        double x = a.doubleValue();
        double y = b.doubleValue();
        // Negative zero is zero.
        return x == y ? 0 : Double.compare(x, y);
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }
}
