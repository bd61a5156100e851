package org.weiwang.address.parse;

import org.weiwang.address.text.ChineseNumerals;
import org.weiwang.address.text.FoldedText;

/**
 * A number in folded text, with what stands around it: 第19组, 附3号, 2-1-501.
 *
 * @param from where it begins, with 第 or 附
 * @param digits where the number itself begins
 * @param behind where the number itself ends
 * @param to where it ends, with its classifier
 * @param classifier null where it has none
 * @param isChinese whether it is written in Chinese numerals
 * @param isBelow whether 负 or 地下 stands before it
 */
record Numeral(
        int from,
        int digits,
        int behind,
        int to,
        Classifier classifier,
        boolean isChinese,
        boolean isBelow) {
    /** More digits are no number of a house. */
    private static final int MOST_DIGITS = 6;

    private static final int MOST_LETTERS = 2;
    private static final int MOST_NUMERALS = 7;

    /**
     * The number that begins here, with its classifier where it has one; null for none. One in
     * Chinese numerals has a classifier or stands at an end, as in 三单元五〇一.
     */
    static Numeral at(FoldedText text, int from) {
        char c = text.charAt(from);
        return switch (c) {
            case '第' -> behind(text, from, from + 1, false);
            case '负' -> behind(text, from, from + 1, true);
            case '地' ->
                    from + 1 < text.length() && text.charAt(from + 1) == '下'
                            ? behind(text, from, from + 2, true)
                            : null;
            case '附', '之' -> sub(text, from, from + 1);
            case '-' -> from > 0 && text.charAt(from - 1) == '号' ? sub(text, from, from + 1) : null;
            default -> plain(text, from, from, false);
        };
    }

    /** Without its classifier. */
    Numeral bare() {
        return new Numeral(from, digits, behind, behind, null, isChinese, isBelow);
    }

    private static Numeral behind(FoldedText text, int from, int digits, boolean isBelow) {
        Numeral numeral = digits < text.length() ? plain(text, from, digits, isBelow) : null;
        boolean fits =
                numeral != null
                        && numeral.classifier != null
                        && (!isBelow || numeral.classifier == Classifier.STOREY);
        return fits ? numeral : null;
    }

    private static Numeral sub(FoldedText text, int from, int digits) {
        if (digits == text.length()) {
            return null;
        }
        int behind = endOfNumber(text, digits);
        boolean chinese = behind == digits;
        if (chinese) {
            behind = endOfChinese(text, digits);
        }
        if (behind == digits || (text.charAt(from) == '-' && isComposite(text, digits, behind))) {
            return null;
        }
        int to = Classifier.end(text, behind);
        Classifier classifier = to == behind ? null : Classifier.of(text, behind, to);
        if (classifier != Classifier.NUMBER) {
            if (text.charAt(from) == '-' && classifier != null) {
                return null;
            }
            to = behind;
        }
        return new Numeral(from, digits, behind, to, Classifier.SUB_NUMBER, chinese, false);
    }

    private static Numeral plain(FoldedText text, int from, int digits, boolean isBelow) {
        char c = text.charAt(digits);
        if (isAlphanumeric(c)) {
            int behind = isCut(text, digits) ? endOfNumber(text, digits) : digits;
            return behind == digits ? null : classified(text, from, digits, behind, isBelow);
        }
        int behind = endOfChinese(text, digits);
        if (behind == digits) {
            return null;
        }
        int to = Classifier.end(text, behind);
        Classifier classifier = to == behind ? null : Classifier.of(text, behind, to);
        boolean isAlone = behind == text.length() || text.isApart(behind);
        boolean stands =
                classifier == null
                        ? isAlone && behind - digits > 1
                        : classifier != Classifier.NONE && classifier != Classifier.YARD;
        return stands ? new Numeral(from, digits, behind, to, classifier, true, isBelow) : null;
    }

    private static Numeral classified(
            FoldedText text, int from, int digits, int behind, boolean isBelow) {
        int to = Classifier.end(text, behind);
        Classifier classifier = to == behind ? null : Classifier.of(text, behind, to);
        if (classifier == Classifier.NONE) {
            classifier = null;
            to = behind;
        }
        boolean isFloor =
                classifier == null
                        && behind - digits > 1
                        && text.charAt(behind - 1) == 'f'
                        && FoldedText.isDigit(text.charAt(behind - 2));
        if (isFloor) {
            return new Numeral(from, digits, behind - 1, behind, Classifier.STOREY, false, isBelow);
        }
        boolean isLetter = behind - digits == 1 && !FoldedText.isDigit(text.charAt(digits));
        return isLetter && classifier == null
                ? null
                : new Numeral(from, digits, behind, to, classifier, false, isBelow);
    }

    /**
     * Where digits and letters end that are parts joined by dashes; the start where they are none.
     */
    private static int endOfNumber(FoldedText text, int from) {
        int end = from;
        int at = from;
        boolean hasDigit = false;
        while (at < text.length()) {
            int part = at;
            int digits = 0;
            while (at < text.length()
                    && isAlphanumeric(text.charAt(at))
                    && (at == part || !text.isApart(at))) {
                digits += FoldedText.isDigit(text.charAt(at)) ? 1 : 0;
                at++;
            }
            if (at == part) {
                break;
            }
            if (digits > MOST_DIGITS || at - part - digits > MOST_LETTERS) {
                return from;
            }
            hasDigit |= digits > 0;
            end = at;
            if (at < text.length() && text.charAt(at) == '-') {
                at++;
            } else {
                break;
            }
        }
        return hasDigit || end == from + 1 ? end : from;
    }

    private static int endOfChinese(FoldedText text, int from) {
        int end = from;
        while (end < text.length()
                && end - from < MOST_NUMERALS
                && ChineseNumerals.isNumeral(text.charAt(end))) {
            end++;
        }
        return end > from && ChineseNumerals.valueOf(text, from, end) >= 0 ? end : from;
    }

    private static boolean isComposite(FoldedText text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '-') {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a name or a number may end and another begin at the place: SOHO|3栋, but not within a
     * number or a word in Latin letters.
     */
    static boolean isCut(FoldedText text, int at) {
        if (at == 0 || at == text.length() || text.isApart(at)) {
            return true;
        }
        char last = text.charAt(at - 1);
        return !isAlphanumeric(last)
                || !isAlphanumeric(text.charAt(at))
                || isBehindLetter(text, at);
    }

    /** Whether a digit stands right behind a letter. */
    static boolean isBehindLetter(FoldedText text, int at) {
        return at > 0
                && FoldedText.isDigit(text.charAt(at))
                && !text.isApart(at)
                && isAlphanumeric(text.charAt(at - 1))
                && !FoldedText.isDigit(text.charAt(at - 1));
    }

    static boolean isAlphanumeric(char c) {
        return FoldedText.isDigit(c) || (c >= 'a' && c <= 'z');
    }
}
