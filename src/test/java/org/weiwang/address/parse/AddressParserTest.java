package org.weiwang.address.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.weiwang.address.AddressText;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.text.FoldedText;

class AddressParserTest {
    private static final AddressParser PARSER = new AddressParser(TestPlaces.gazetteer());

    @ParameterizedTest
    @CsvFileSource(resources = "parsed.txt", delimiterString = " => ")
    void aTextIsCutIntoItsElements(String text, String elements) {
        assertThat(ParsedText.of(PARSER.parse(text))).isEqualTo(elements);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "stored.txt", delimiterString = " => ")
    void anAddressOfTheDataTellsItsNamesByItself(String text, String elements) {
        assertThat(ParsedText.of(PARSER.parseStored(text))).isEqualTo(elements);
    }

    @Test
    void anElementHasItsTextAsGiven() {
        String given = "😀 鶴山街道  魁興路，第 十九 組４１０－３號";
        ParsedAddress address = PARSER.parse(given);
        assertThat(address.text()).isEqualTo(given);
        assertThat(address.elements())
                .extracting(Element::text)
                .containsExactly("鶴山街道", "魁興路", "第 十九 組", "４１０－３號");
        assertThat(address.elements())
                .allSatisfy(
                        element ->
                                assertThat(given.substring(element.from(), element.to()))
                                        .isEqualTo(element.text()));
    }

    @Test
    void emptyTextsHaveNoElements() {
        assertThat(PARSER.parse("").elements()).isEmpty();
        assertThat(PARSER.parse(" ，\u0000\uD83D😀 ").elements()).isEmpty();
        assertThat(PARSER.parse("在四川省成都市").elements()).isEmpty();
    }

    @Test
    void anAliasIsUnderstoodFromItsFirstDayOn() {
        AddressParser tomorrow =
                new AddressParser(
                        new Gazetteer(
                                TestPlaces.names(),
                                TestPlaces.ALIASES,
                                TestPlaces.on(TestPlaces.TODAY.plusDays(1))));
        assertThat(ParsedText.of(PARSER.parse("滨河路5号"))).isEqualTo("UNKNOWN:滨河路 NUMBER:5");
        assertThat(ParsedText.of(tomorrow.parse("滨河路5号"))).isEqualTo("ROAD:禹王街/A NUMBER:5");
        assertThat(tomorrow.parse("新津县").elements().get(0).first().alias())
                .isEqualTo(TestPlaces.ALIASES.get(0));
    }

    @Test
    void whatIsTooLongIsUnknown() {
        String long_ = "魁星路410号" + "魁".repeat(10_000);
        ParsedAddress address = PARSER.parse(long_);
        Element last = address.elements().get(address.elements().size() - 1);
        assertThat(address.elements().get(0).first().value()).isEqualTo("魁星路");
        assertThat(last.isUnknown()).isTrue();
        assertThat(last.to()).isEqualTo(long_.length());
        assertThat(last.first().value()).hasSize(AddressText.LONGEST);
    }

    /** Counted where a name, a number or an unknown stretch may begin at each character. */
    @Test
    void theWorkForTheLongestTextIsBounded() {
        List<String> worst =
                List.of("一", "十", "魁星路", "路街", "1-", "1a", "第", "附1", "鹤山", "村社区", "1号", "一号");
        for (String each : worst) {
            FoldedText text = FoldedText.of(each.repeat(AddressText.LONGEST), AddressText.LONGEST);
            for (boolean isStored : new boolean[] {false, true}) {
                Segmentation segmentation =
                        new Segmentation(text, TestPlaces.gazetteer().forms(), isStored);
                segmentation.pieces();
                assertThat(segmentation.steps()).as(each).isLessThan(100 * AddressText.LONGEST);
            }
        }
    }

    /** But one character may be the end of one element and the beginning of the next, as ½ is. */
    @Property
    void anyTextIsCutWithoutOverlap(@ForAll("texts") String text) {
        for (ParsedAddress address : List.of(PARSER.parse(text), PARSER.parseStored(text))) {
            int end = 0;
            for (Element element : address.elements()) {
                assertThat(element.from()).isGreaterThanOrEqualTo(end - 1);
                assertThat(element.to()).isGreaterThan(element.from());
                assertThat(text.substring(element.from(), element.to())).isEqualTo(element.text());
                assertThat(element.readings()).allMatch(each -> !each.value().isEmpty());
                assertThat(element.readings()).doesNotHaveDuplicates();
                end = element.to();
            }
        }
    }

    /** A way of typing the whole text changes nothing. */
    @Property
    void foldedTextsHaveTheSameElements(@ForAll("addresses") String text) {
        String folded = FoldedText.of(text).toString();
        assertThat(ParsedText.of(PARSER.parse(folded)))
                .isEqualTo(ParsedText.of(PARSER.parse(text)));
    }

    @Property
    void numbersAreNeverLost(@ForAll("addresses") String text) {
        String digits = FoldedText.of(text).toString().replaceAll("[^0-9]", "");
        StringBuilder found = new StringBuilder();
        for (Element element : PARSER.parse(text).elements()) {
            found.append(FoldedText.of(element.text()).toString().replaceAll("[^0-9]", ""));
        }
        assertThat(found.toString()).isEqualTo(digits);
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of(
                        "魁星路", "鹤山", "街道", "白云村", "410", "3", "号", "號", "栋", "单元", "附", "组", "第",
                        "十九", "楼", "室", "世纪小区", "世记", "旁边", "１２", "#", "b")
                .list()
                .ofMaxSize(12)
                .map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "魁星路", "鹤山", "街道", "白云", "村", "410", "-", "号", "栋", "单元", "附", "组", "第",
                        "十九", "廿", "一", "楼", "室", "小区", "在", "旁边", "😀", "\uD83D", "\uDE00", "½",
                        " ", "，", "負", "地下", "f", "段", "期", "#", "a", "\u0000", "';--", "*:*");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(30));
    }

    @Test
    void kindsOfUnknownNamesAreToldOfTheDataOnly() {
        assertThat(PARSER.parse("书香路5号").elements().get(0).isUnknown()).isTrue();
        assertThat(PARSER.parseStored("书香路5号").elements().get(0).first().kind())
                .isEqualTo(ElementKind.ROAD);
    }
}
