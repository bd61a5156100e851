package org.weiwang.address.index;

import java.util.Comparator;

/** Texts by their chars, but for runs of digits, which are compared as numbers: 2号 before 10号. */
final class NaturalOrder implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
        int a = 0;
        int b = 0;
        while (a < one.length() && b < other.length()) {
            char c = one.charAt(a);
            char d = other.charAt(b);
            if (isDigit(c) && isDigit(d)) {
                a = withoutZeros(one, a);
                b = withoutZeros(other, b);
                int digits = endOfDigits(one, a) - a;
                int order = Integer.compare(digits, endOfDigits(other, b) - b);
                for (int i = 0; order == 0 && i < digits; i++) {
                    order = Character.compare(one.charAt(a + i), other.charAt(b + i));
                }
                if (order != 0) {
                    return order;
                }
                a += digits;
                b += digits;
            } else if (c != d) {
                return Character.compare(c, d);
            } else {
                a++;
                b++;
            }
        }
        int order = Integer.compare(one.length() - a, other.length() - b);
        return order != 0 ? order : one.compareTo(other);
    }

    private static int withoutZeros(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
