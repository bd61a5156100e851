package org.weiwang.demo.life;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({"1,一", "10,十", "11,十一", "20,二十", "99,九十九"})
    void writesNumbersAsGridsAreCounted(int number, String expected) {
        assertThat(Numerals.of(number)).isEqualTo(expected);
    }
}
