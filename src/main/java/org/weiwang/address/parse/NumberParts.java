package org.weiwang.address.parse;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.address.text.ChineseNumerals;
import org.weiwang.address.text.FoldedText;

/** The numbers that dashes join, each without leading zeros. */
final class NumberParts {
    private NumberParts() {}

    static List<String> of(FoldedText text, Numeral numeral) {
        if (numeral.isChinese()) {
            int value = ChineseNumerals.valueOf(text, numeral.digits(), numeral.behind());
            return List.of(Integer.toString(value));
        }
        List<String> parts = new ArrayList<>(4);
        int from = numeral.digits();
        for (int i = from; i <= numeral.behind(); i++) {
            if (i == numeral.behind() || text.charAt(i) == '-') {
                parts.add(withoutZeros(text, from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    private static String withoutZeros(FoldedText text, int from, int to) {
        int begin = from;
        while (begin < to - 1
                && text.charAt(begin) == '0'
                && FoldedText.isDigit(text.charAt(begin + 1))) {
            begin++;
        }
        return text.subSequence(begin, to).toString();
    }
}
