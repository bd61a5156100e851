package org.weiwang.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {
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
}
