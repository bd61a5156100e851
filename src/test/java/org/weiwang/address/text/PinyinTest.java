package org.weiwang.address.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {
    @ParameterizedTest
    @CsvSource({
        "魁星路, 奎心路",
        "探花路, 探华路",
        "重庆街, 崇庆街",
        "重庆街, 众庆街",
        "长宁街, 常林街",
        "朝阳街, 照样街",
        "乐山路, 月三路",
        "女儿街, 鲁儿街",
        "巷口, 杭口"
    })
    void namesThatSoundAlikeShareAKey(String a, String b) {
        assertThat(Pinyin.soundAlike(a, b)).isTrue();
        assertThat(Pinyin.keys(a)).containsAnyElementsOf(Pinyin.keys(b));
    }

    @ParameterizedTest
    @CsvSource({"魁星路, 金星路", "白云村, 百花村", "大塘, 大堂村", "a座, b座"})
    void othersDoNot(String a, String b) {
        assertThat(Pinyin.soundAlike(a, b)).isFalse();
        assertThat(Pinyin.keys(a)).doesNotContainAnyElementsOf(Pinyin.keys(b));
    }

    @Test
    void aNameHasFewKeysHoweverLongItIs() {
        assertThat(Pinyin.keys("重长朝乐行都会单".repeat(20))).hasSizeLessThanOrEqualTo(16);
        assertThat(Pinyin.keys("")).containsExactly("");
        assertThat(Pinyin.keys("𠀀1a")).hasSize(1);
    }
}
