package org.weiwang.address.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.address.ElementKind.ROAD;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.address.index.AddressBook;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.address.index.BookKey;

/** Addresses of two districts, of which many do not say in which they are. */
class NamesakesTest {
    @TempDir private Path folder;
    private AddressMatcher matcher;

    @BeforeEach
    void make() {
        matcher =
                new AddressMatcher(
                        List.of(
                                book(
                                        new SmallDistrict("510131", "蒲江县")
                                                .town("鹤山街道")
                                                .addresses(
                                                        "和平街7号",
                                                        "和平街8号",
                                                        "和平街9号",
                                                        "鹤山街道和平街10号",
                                                        "红旗路1号",
                                                        "红旗路2号",
                                                        "魁星路1号",
                                                        "魁星路1号1栋")),
                                book(
                                        new SmallDistrict("510113", "青白江区")
                                                .town("城厢镇")
                                                .alias(ROAD, "解放路", "红旗路")
                                                .addresses(
                                                        "和平街7号",
                                                        "青白江区城厢镇和平街8号",
                                                        "城厢镇和平街10号",
                                                        "城厢镇解放路1号"))),
                        Clock.systemUTC());
    }

    private AddressBook book(SmallDistrict district) {
        return new AddressBooks(folder)
                .book(new BookKey(new UUID(0, 1), district.code, 1, 1), district);
    }

    private static List<String> meant(AddressMatch match) {
        return match.candidates().subList(0, match.meant()).stream()
                .map(candidate -> candidate.address().text())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"和平街7号, 和平街7号 和平街7号", "和平街8号, 和平街8号 青白江区城厢镇和平街8号", "红旗路1号, 红旗路1号 城厢镇解放路1号"})
    void whatAnotherDistrictHasAsWellIsMeantAsWell(String text, String meant) {
        AddressMatch match = matcher.match(text);
        assertThat(match.kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(String.join(" ", meant(match))).isEqualTo(meant);
        assertThat(match.total()).isEqualTo(2);
    }

    @Test
    void whatTellsTheDistrictIsItselfAlone() {
        assertThat(matcher.match("蒲江县和平街8号").kind()).isEqualTo(Kind.EXACT);
        assertThat(matcher.match("青白江区和平街8号").kind()).isEqualTo(Kind.EXACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"和平街9号", "鹤山街道和平街10号", "城厢镇和平街10号", "红旗路2号", "魁星路1号"})
    void whatIsInOneDistrictAloneIsItself(String text) {
        AddressMatch match = matcher.match(text);
        assertThat(match.kind()).isEqualTo(Kind.EXACT);
        assertThat(meant(match)).containsExactly(text);
    }
}
