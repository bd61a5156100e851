package org.weiwang.address.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "零, 0",
        "〇, 0",
        "一, 1",
        "两, 2",
        "十, 10",
        "十九, 19",
        "二十, 20",
        "九十九, 99",
        "廿, 20",
        "廿三, 23",
        "卅一, 31",
        "一百, 100",
        "一百零二, 102",
        "一百一十, 110",
        "一百十二, 112",
        "二百三十四, 234",
        "一千零五, 1005",
        "一千零二十, 1020",
        "九千九百九十九, 9999",
        "一二三, 123",
        "二〇, 20",
        "五〇一, 501",
        "四一〇, 410",
        "拾贰, 12"
    })
    void aNumeralHasItsValue(String numeral, int value) {
        assertThat(ChineseNumerals.valueOf(numeral, 0, numeral.length())).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"十十", "十百", "百", "一十一百", "二十廿", "廿十", "一二十", "一二三四五", "村", "一村", "十村"})
    void othersAreNone(String text) {
        assertThat(ChineseNumerals.valueOf(text, 0, text.length())).isEqualTo(-1);
    }
}
