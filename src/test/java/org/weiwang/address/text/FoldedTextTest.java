package org.weiwang.address.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "魁星路４１０号,魁星路410号",
                "魁星路410號,魁星路410号",
                "寶興縣靈關鎮,宝兴县灵关镇",
                "廣場後面裏,广场后面里",
                "Ａ棟3單元,a栋3单元",
                "⻄来⾦⽯路,西来金石路",
                "⻓宁⻔,长宁门",
                "朝阳路12–3号,朝阳路12-3号",
                "朝阳路12——3号,朝阳路12-3号",
                "朝阳路12~3号,朝阳路12-3号",
                "锦江街50、7号,锦江街50-7号",
                "锦江街50 7号,锦江街50-7号",
                "锦江街½号,锦江街1-2号",
                " 蒲江县 ·鹤山街道　（朝阳路）,蒲江县鹤山街道朝阳路",
                "①栋②单元,1栋2单元",
                "café,cafe",
                "cafe\u0301,cafe",
                "😀魁星路😀410号,魁星路410号",
                "410#1栋,410#1栋",
                "二〇栋,二〇栋",
                "\uD83D魁\uDE00星,魁星",
                "魁\u0000星\u0007\u200b路\uFFFF,魁星路"
            })
    void aWayOfTypingIsFolded(String given, String folded) {
        assertThat(FoldedText.of(given)).hasToString(folded);
    }

    @Test
    void eachCharacterKnowsWhereItComesFrom() {
        FoldedText text = FoldedText.of("😀魁 星ﬁ½");
        assertThat(text).hasToString("魁星fi1-2");
        assertThat(text.from(0)).isEqualTo(2);
        assertThat(text.to(0)).isEqualTo(3);
        assertThat(text.from(1)).isEqualTo(4);
        assertThat(text.isApart(1)).isTrue();
        assertThat(text.from(3)).isEqualTo(5);
        assertThat(text.to(3)).isEqualTo(6);
        assertThat(text.isApart(3)).isFalse();
        assertThat(text.from(6)).isEqualTo(6);
        assertThat(text.to(6)).isEqualTo(7);
    }

    @Test
    void aLongTextIsReadAsFarAsIsWanted() {
        String given = " 魁".repeat(5_000);
        FoldedText beginning = FoldedText.of(given, 200);
        assertThat(beginning.length()).isEqualTo(200);
        assertThat(beginning.read()).isEqualTo(400);
        FoldedText all = FoldedText.of(given);
        assertThat(all.length()).isEqualTo(5_000);
        assertThat(all.read()).isEqualTo(10_000);
    }

    @Test
    void everyCharacterFoldsToWhatStays() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            String once = FoldedText.of(Character.toString(c)).toString();
            assertThat(FoldedText.of(once)).as("U+%04X", c).hasToString(once);
        }
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll("texts") String given) {
        FoldedText folded = FoldedText.of(given);
        assertThat(FoldedText.of(folded.toString())).hasToString(folded.toString());
    }

    @Property
    void originsGoOnThroughTheText(@ForAll("texts") String given) {
        FoldedText folded = FoldedText.of(given);
        for (int i = 0; i < folded.length(); i++) {
            assertThat(folded.from(i)).isLessThan(folded.to(i));
            assertThat(folded.to(i)).isLessThanOrEqualTo(given.length());
            if (i > 0) {
                assertThat(folded.from(i)).isGreaterThanOrEqualTo(folded.from(i - 1));
            }
        }
        assertThat(folded.read()).isEqualTo(given.length());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "魁", "號", "１", "2", "½", "-", "—", " ", "、", "ﬁ", "㈱", "é", "\u0301", "😀",
                        "\uD83D", "𠀀", "\u0000", "#", "⑴");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(12));
    }
}
