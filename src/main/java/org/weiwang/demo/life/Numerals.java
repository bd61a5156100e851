package org.weiwang.demo.life;

/** Chinese numerals, as in 第二十三网格. */
public final class Numerals {
    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /**
     * @param number 1 to 99
     */
    public static String of(int number) {
        int tens = number / 10;
        int ones = number % 10;
        return (tens > 1 ? digit(tens) : "")
                + (tens > 0 ? "十" : "")
                + (ones > 0 ? digit(ones) : "");
    }

    private static String digit(int value) {
        return DIGITS.substring(value, value + 1);
    }
}
