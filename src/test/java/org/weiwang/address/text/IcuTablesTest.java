package org.weiwang.address.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where ICU's data changed, IcuTables writes the tables anew. */
class IcuTablesTest {
    @Test
    void theTablesAreWhatIcuSays() {
        assertThat(CharTable.read("simplified.txt")).isEqualTo(IcuTables.simplified());
        assertThat(CharTable.read("pinyin.txt")).isEqualTo(IcuTables.pinyin());
    }
}
