package org.weiwang.address.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.address.Element;

class UsualFormTest {
    private static final AddressParser PARSER = new AddressParser(TestPlaces.gazetteer());

    private static String written(Words words, String text) {
        return new UsualForm(words)
                .write(PARSER.parse(text).elements().stream().map(Element::first).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "三幢二單元 世紀小區，鹤山魁星路４１０號, 鹤山街道魁星路410号世纪小区3栋2单元",
        "白云19-4, 白云村19组4号",
        "魁星路410号附三, 魁星路410号附3号",
        "世纪小区a座5F-1203, 世纪小区A栋5楼1203室",
        "世纪小区3栋负一层, 世纪小区3栋负1楼",
        "县医院对面, 蒲江县人民医院对面",
        "张先生白云村3组, 白云村3组张先生"
    })
    void anAddressIsWrittenAsUsual(String text, String written) {
        assertThat(written(Words.USUAL, text)).isEqualTo(written);
    }

    @Test
    void aTenantHasWordsOfItsOwn() {
        Words words = new Words("社", "号", "幢", "单元", "层", "号");
        assertThat(written(words, "白云村3组4号")).isEqualTo("白云村3社4号");
        String flat = written(words, "世纪小区3栋2单元5楼501");
        assertThat(flat).isEqualTo("世纪小区3幢2单元5层501号");
        assertThat(ParsedText.of(PARSER.parse(flat)))
                .isEqualTo("ESTATE:世纪小区 BUILDING:3 UNIT:2 FLOOR:5 ROOM:501");
    }

    @ParameterizedTest
    @CsvSource({"栋, 栋", "组, 号楼", "组, ''", "组, 栋3"})
    void aWordThatIsNotUnderstoodIsRefused(String group, String building) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Words(group, "号", building, "单元", "楼", "门牌"))
                .withMessageContaining("is no word for");
    }
}
