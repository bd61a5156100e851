package org.weiwang.address.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.address.ElementKind.ROAD;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.address.index.BookKey;

/** A road that is called 红旗路 besides, or was, beside a road of this name in another town. */
class SharedNameTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final String OF_ALIAS = "蒲江县鹤山街道解放路1号";
    private static final String OF_NAME = "蒲江县朝阳湖镇红旗路1号";

    @TempDir private Path folder;

    private AddressMatch match(String text, LocalDate until) {
        SmallDistrict district =
                new SmallDistrict("510131", "蒲江县")
                        .town("鹤山街道")
                        .town("朝阳湖镇")
                        .alias(ROAD, "解放路", "红旗路", until)
                        .addresses(OF_ALIAS, OF_NAME);
        BookKey key = new BookKey(new UUID(0, 1), district.code, 1, 1);
        Clock clock = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return new AddressMatcher(List.of(new AddressBooks(folder).book(key, district)), clock)
                .match(text);
    }

    private static List<String> meant(AddressMatch match) {
        return match.candidates().subList(0, match.meant()).stream()
                .map(candidate -> candidate.address().text())
                .toList();
    }

    @Test
    void whatTwoPlacesBearNowMayBeEither() {
        for (LocalDate until : new LocalDate[] {null, TODAY.plusDays(1)}) {
            AddressMatch match = match("红旗路1号", until);
            assertThat(match.kind()).isEqualTo(Kind.AMBIGUOUS);
            assertThat(meant(match)).containsExactlyInAnyOrder(OF_ALIAS, OF_NAME);
        }
    }

    @Test
    void otherElementsDecide() {
        AddressMatch ofAlias = match("鹤山街道红旗路1号", null);
        assertThat(ofAlias.kind()).isEqualTo(Kind.EXACT);
        assertThat(meant(ofAlias)).containsExactly(OF_ALIAS);
        AddressMatch ofName = match("朝阳湖镇红旗路1号", null);
        assertThat(ofName.kind()).isEqualTo(Kind.EXACT);
        assertThat(meant(ofName)).containsExactly(OF_NAME);
    }

    @Test
    void whoBearsTheNameComesBeforeWhoDidOnce() {
        AddressMatch match = match("红旗路1号", TODAY);
        assertThat(match.kind()).isEqualTo(Kind.EXACT);
        assertThat(meant(match)).containsExactly(OF_NAME);
        assertThat(meant(match("鹤山街道红旗路1号", TODAY))).containsExactly(OF_ALIAS);
    }
}
