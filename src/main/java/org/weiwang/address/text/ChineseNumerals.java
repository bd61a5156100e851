package org.weiwang.address.text;

/** 中文数字: numbers in Chinese characters, as they stand in addresses. */
public final class ChineseNumerals {
    private static final int MOST = 9999;

    private ChineseNumerals() {}

    /** Whether a number can have this character. */
    public static boolean isNumeral(char c) {
        return digit(c) >= 0 || unit(c) > 0 || tens(c) > 0;
    }

    /**
     * The number that folded text says: 十九, 一百零二, 廿三, 两, or digit by digit 一二三.
     *
     * @return -1 where it is none, or above 9999
     */
    public static int valueOf(CharSequence text, int from, int to) {
        int sum = 0;
        int pending = -1;
        int smallest = Integer.MAX_VALUE;
        boolean hasUnit = false;
        boolean inDigits = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = digit(c);
            int unit = unit(c);
            int tens = tens(c);
            if (digit >= 0) {
                boolean zeroInside = hasUnit && pending == 0;
                inDigits |= pending >= 0 && !zeroInside;
                if (inDigits && hasUnit) {
                    return -1;
                }
                pending = inDigits ? pending * 10 + digit : digit;
                if (pending > MOST) {
                    return -1;
                }
            } else if (unit > 0) {
                boolean isOneTen = unit == 10 && (pending < 0 || (pending == 0 && hasUnit));
                if (inDigits || unit >= smallest || (!isOneTen && pending <= 0)) {
                    return -1;
                }
                sum += (isOneTen ? 1 : pending) * unit;
                smallest = unit;
                pending = -1;
                hasUnit = true;
            } else if (tens > 0 && !hasUnit && pending < 0) {
                sum = tens;
                smallest = 10;
                hasUnit = true;
            } else {
                return -1;
            }
        }
        return hasUnit || pending >= 0 ? sum + Math.max(pending, 0) : -1;
    }

    private static int digit(char c) {
        return switch (c) {
            case '零', '〇' -> 0;
            case '一', '壹' -> 1;
            case '二', '两', '贰' -> 2;
            case '三', '叁' -> 3;
            case '四', '肆' -> 4;
            case '五', '伍' -> 5;
            case '六', '陆' -> 6;
            case '七', '柒' -> 7;
            case '八', '捌' -> 8;
            case '九', '玖' -> 9;
            default -> -1;
        };
    }

    private static int unit(char c) {
        return switch (c) {
            case '十', '拾' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }

    private static int tens(char c) {
        return switch (c) {
            case '廿' -> 20;
            case '卅' -> 30;
            default -> 0;
        };
    }
}
