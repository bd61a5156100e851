package org.weiwang.bench;

/** 笔误: whether one text can have become another by a single slip. */
final class Slip {
    private Slip() {}

    /** By one character that is another, missing or too many, or by two that are swapped. */
    static boolean isBetween(String a, String b) {
        int head = 0;
        while (head < Math.min(a.length(), b.length()) && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        String restOfA = a.substring(head);
        String restOfB = b.substring(head);
        return after(restOfA, 1).equals(after(restOfB, 1))
                || restOfA.equals(after(restOfB, 1))
                || after(restOfA, 1).equals(restOfB)
                || isSwapped(restOfA, restOfB);
    }

    private static boolean isSwapped(String a, String b) {
        return a.length() > 1
                && b.length() > 1
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && after(a, 2).equals(after(b, 2));
    }

    private static String after(String text, int count) {
        return text.substring(Math.min(count, text.length()));
    }
}
