package org.weiwang.address.parse;

import java.util.Locale;
import org.weiwang.address.text.FoldedText;

/**
 * The tenant's words for what numbers count, as they are written behind the number.
 *
 * @param group 组, 社 …
 * @param number 号
 * @param building 栋, 幢 …
 * @param unit 单元
 * @param floor 楼, 层
 * @param room 室, 号
 */
public record Words(
        String group, String number, String building, String unit, String floor, String room) {
    /** The usual ones. */
    public static final Words USUAL = new Words("组", "号", "栋", "单元", "楼", "室");

    /**
     * @throws IllegalArgumentException when a word does not classify a number of its kind, so that
     *     what is written with it would not be understood
     */
    public Words {
        require(group, Classifier.GROUP);
        require(number, Classifier.NUMBER);
        require(building, Classifier.BUILDING);
        require(unit, Classifier.UNIT);
        require(floor, Classifier.STOREY);
        if (!is(room, Classifier.NUMBER)) {
            require(room, Classifier.ROOM);
        }
    }

    private static void require(String word, Classifier classifier) {
        if (!is(word, classifier)) {
            throw new IllegalArgumentException(
                    "'" + word + "' is no word for " + classifier.name().toLowerCase(Locale.ROOT));
        }
    }

    private static boolean is(String word, Classifier classifier) {
        FoldedText text = FoldedText.of(word);
        return !word.isEmpty()
                && text.toString().equals(word)
                && Classifier.end(text, 0) == word.length()
                && Classifier.of(word, 0, word.length()) == classifier;
    }
}
