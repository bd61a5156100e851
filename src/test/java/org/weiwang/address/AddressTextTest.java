package org.weiwang.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {
    private static final String SEPARATOR = "[\\s\\p{Punct}\\p{IsPunctuation}]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "蒲江县鹤山街道朝阳路12-3号",
                "四川省成都市蒲江县鹤山街道朝阳路12-3号",
                "成都市蒲江县鹤山街道朝阳路12-3号",
                " 蒲江县 鹤山街道　朝阳路 12-3 号 ",
                "蒲江县鹤山街道朝阳路１２－３号",
                "蒲江县，鹤山街道，朝阳路12–3號。"
            })
    void waysOfTypingOneAddressHaveOneKey(String text) {
        assertThat(AddressText.key(text)).isEqualTo("蒲江县鹤山街道朝阳路12-3号");
    }

    @Test
    void numbersStayApart() {
        assertThat(AddressText.key("朝阳路1号23栋")).isNotEqualTo(AddressText.key("朝阳路12号3栋"));
        assertThat(AddressText.key("朝阳路1-23号")).isNotEqualTo(AddressText.key("朝阳路12-3号"));
        for (String separated : new String[] {"锦江街50、7号", "锦江街5/07号", "锦江街5 07号", "锦江街50．7号"}) {
            assertThat(AddressText.key(separated)).isNotEqualTo(AddressText.key("锦江街507号"));
        }
        assertThat(AddressText.key("朝阳路12 - 3号")).isEqualTo("朝阳路12-3号");
    }

    @Test
    void aTextWithoutLettersHasAnEmptyKey() {
        assertThat(AddressText.key(" ，。！ ")).isEmpty();
    }

    @Test
    void theProvinceAloneIsKept() {
        assertThat(AddressText.key("四川省成都市")).isNotEmpty();
    }

    /** The same rule in the words of regular expressions, which are too slow for millions. */
    @Property
    void theKeyIsWhatTheRuleSays(@ForAll("texts") String text) {
        String key = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        key = key.replaceAll("\\p{Pd}", "-");
        key = key.replaceAll("(?<=[0-9])" + SEPARATOR + "+(?=[0-9])", "-");
        key = key.replaceAll("[" + SEPARATOR + "&&[^-]]+", "").replace('號', '号');
        key = key.replaceFirst("(?s)^(四川省)?(成都市)?(?=.)", "");
        assertThat(AddressText.key(text)).isEqualTo(key);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "四川省", "成都市", "省", "號", "号", "栋", "１", "2", "30", "-", "－", "–", "—", " ",
                        "　", "、", "，", "．", ".", "/", "(", "）", "A", "b", "Ｃ", "ﬁ", "㎡", "é", "_",
                        "~", "\t", "𠀀", "\u0085");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(12));
    }
}
