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
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.address.Fault;
import org.weiwang.address.index.AddressBook;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.address.index.BookKey;

/** An alias that a road has in one district, beside a road of the same name in another. */
class AliasDistrictTest {
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
                                                .alias(ROAD, "解放路", "红旗路")
                                                .addresses("蒲江县鹤山街道解放路1号")),
                                book(
                                        new SmallDistrict("510113", "青白江区")
                                                .town("城厢镇")
                                                .addresses("青白江区城厢镇解放路1号", "青白江区城厢镇解放路2号"))),
                        Clock.systemUTC());
    }

    private AddressBook book(SmallDistrict district) {
        return new AddressBooks(folder)
                .book(new BookKey(new UUID(0, 1), district.code, 1, 1), district);
    }

    @Test
    void holdsInItsOwn() {
        AddressMatch match = matcher.match("红旗路1号");
        assertThat(match.kind()).isEqualTo(Kind.EXACT);
        assertThat(match.candidates().get(0).address().text()).isEqualTo("蒲江县鹤山街道解放路1号");
    }

    @Test
    void aSlipInItIsCorrectedInItsOwn() {
        AddressMatch match = matcher.match("蒲江县红骑路1号");
        assertThat(match.kind()).isEqualTo(Kind.CORRECTED);
        assertThat(match.candidates().get(0).address().text()).isEqualTo("蒲江县鹤山街道解放路1号");
        assertThat(match.faults())
                .extracting(Fault::instead)
                .as("the name that was slipped in, and what bears it")
                .containsExactly("红旗路", "解放路");
    }

    @ParameterizedTest
    @ValueSource(strings = {"青白江区红旗路1号", "青白江区城厢镇红旗路2号", "青白江区城厢镇洪旗路2号", "红旗路2号"})
    void doesNotHoldInTheOther(String text) {
        AddressMatch match = matcher.match(text);
        assertThat(match.kind()).isNotIn(Kind.EXACT, Kind.CORRECTED);
        assertThat(match.candidates().subList(0, match.meant()))
                .noneMatch(candidate -> candidate.address().district().equals("510113"));
    }

    @Test
    void doesNotSuggestTheOther() {
        assertThat(matcher.suggest("红旗", null, 10))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.district()).isEqualTo("510131"));
    }
}
