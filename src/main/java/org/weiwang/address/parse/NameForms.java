package org.weiwang.address.parse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Reading.Via;
import org.weiwang.address.text.ChineseNumerals;
import org.weiwang.address.text.FoldedText;

/** The forms in which a name is written. */
final class NameForms {
    /** Fewer characters are a name only with their ending. */
    private static final int SHORTEST_STEM = 2;

    private static final String PLACE_WITHIN = "小区";

    private final Map<String, Via> forms = new LinkedHashMap<>();
    private final String folded;
    private final String stem;

    NameForms(ElementKind kind, String name) {
        folded = FoldedText.of(name).toString();
        stem = Endings.stem(kind, folded);
        forms.put(folded, Via.ITSELF);
        String digits = withDigits(folded);
        forms.put(digits, Via.ITSELF);
        if (!stem.equals(folded)) {
            if (stem.length() >= SHORTEST_STEM) {
                forms.putIfAbsent(stem, Via.SUFFIX);
            }
            for (String ending : Endings.exchanged(kind)) {
                forms.putIfAbsent(stem + ending, Via.SUFFIX);
            }
        }
        if (kind == ElementKind.ESTATE && !folded.endsWith(PLACE_WITHIN)) {
            forms.putIfAbsent(folded + PLACE_WITHIN, Via.SUFFIX);
            forms.putIfAbsent(digits + PLACE_WITHIN, Via.SUFFIX);
        }
        forms.remove("");
    }

    /** Takes each folded form with how it leads to the name: as itself rather than by suffix. */
    void forEach(BiConsumer<String, Via> taker) {
        forms.forEach(taker);
    }

    /** Whether the form is the name without its ending. */
    boolean isBare(String form) {
        return form.length() < folded.length() && form.equals(stem);
    }

    /** 人民南路三段 as 人民南路3段. */
    private static String withDigits(String name) {
        StringBuilder written = new StringBuilder(name.length());
        int next;
        for (int i = 0; i < name.length(); i = next) {
            next = i;
            while (next < name.length() && ChineseNumerals.isNumeral(name.charAt(next))) {
                next++;
            }
            int value = next > i ? ChineseNumerals.valueOf(name, i, next) : -1;
            if (value >= 0) {
                written.append(value);
            } else {
                next = Math.max(next, i + 1);
                written.append(name, i, next);
            }
        }
        return written.toString();
    }
}
