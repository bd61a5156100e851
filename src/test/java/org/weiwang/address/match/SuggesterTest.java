package org.weiwang.address.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.address.Address;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.Suggestion;
import org.weiwang.address.index.AddressBook;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.address.index.AddressIndex;
import org.weiwang.address.index.BookKey;
import org.weiwang.address.index.BookSource;
import org.weiwang.address.parse.AddressParser;
import org.weiwang.address.parse.Gazetteer;
import org.weiwang.geo.LonLat;

class SuggesterTest {
    private static final LonLat EAST = new LonLat(104, 30);
    private static final LonLat WEST = new LonLat(103, 30);

    private static Suggester suggester;
    @TempDir private static Path folder;

    /** Two towns in a district, each with a 解放路; the numbers of a road stand from west to east. */
    private static final class County implements BookSource {
        private final List<Address> addresses = new ArrayList<>();

        County() {
            for (int i = 0; i < 120; i++) {
                LonLat point = new LonLat(103 + i / 120.0, 30);
                add("蒲江县鹤山街道魁星路" + (i + 1) + "号", point);
                add("蒲江县朝阳湖镇白云村" + (1 + i % 12) + "组" + (1 + i / 12) + "号", point);
            }
            for (int building = 1; building <= 12; building++) {
                add("蒲江县鹤山街道魁星路410号世纪小区" + building + "栋1单元", EAST);
            }
            add("蒲江县鹤山街道解放路1号", EAST);
            add("蒲江县甘溪镇解放路2号", WEST);
            add("蒲江县甘溪镇解放路20号", null);
        }

        private void add(String text, LonLat point) {
            addresses.add(new Address(text, point, 1));
        }

        @Override
        public List<PlaceName> divisions() {
            return List.of(
                    place(ElementKind.DISTRICT, "蒲江县", null),
                    place(ElementKind.TOWN, "鹤山街道", null),
                    place(ElementKind.TOWN, "朝阳湖镇", null),
                    place(ElementKind.TOWN, "甘溪镇", null),
                    place(ElementKind.COMMUNITY, "白云村", "朝阳湖镇"),
                    place(ElementKind.COMMUNITY, "白塔村", "鹤山街道"));
        }

        private static PlaceName place(ElementKind kind, String name, String town) {
            return new PlaceName(kind, name, "510131", town);
        }

        @Override
        public List<Alias> aliases() {
            return List.of(new Alias(ElementKind.ROAD, "510131", "魁星路", "文星街", null, null));
        }

        @Override
        public void forEachAddress(Consumer<Address> taker) {
            addresses.forEach(taker);
        }

        @Override
        public void forEachFacility(BiConsumer<String, LonLat> taker) {
            taker.accept("蒲江县人民医院", WEST);
            taker.accept("白云卫生站", EAST);
        }
    }

    @BeforeAll
    static void make() {
        BookKey key = new BookKey(new UUID(1, 1), "510131", 1, 1);
        AddressBook book = new AddressBooks(folder).book(key, new County());
        Gazetteer gazetteer = new Gazetteer(book.names(), book.aliases(), Clock.systemUTC());
        AddressIndex index = new AddressIndex(List.of(book));
        suggester = new Suggester(index, new AddressParser(gazetteer), gazetteer);
    }

    @ParameterizedTest
    @CsvSource({
        "魁, 蒲江县鹤山街道魁星路",
        "魁星, 蒲江县鹤山街道魁星路",
        "魁星路, 蒲江县鹤山街道魁星路",
        "在魁星路那边, 蒲江县鹤山街道魁星路",
        "鹤山魁, 蒲江县鹤山街道魁星路",
        "蒲江县鹤山街道魁星, 蒲江县鹤山街道魁星路",
        "文星, 蒲江县鹤山街道魁星路",
        "白云村, 蒲江县朝阳湖镇白云村",
        "人民医, 蒲江县人民医院",
        "蒲江县人民, 蒲江县人民医院",
        "甘溪解放, 蒲江县甘溪镇解放路",
        "魁星路410号世, 魁星路410号世纪小区",
        "朝, 蒲江县朝阳湖镇",
        "蒲, 蒲江县",
        "魁星路1号, 蒲江县鹤山街道魁星路1号",
        "魁星路12, 蒲江县鹤山街道魁星路12号",
        "魁星路十二号, 蒲江县鹤山街道魁星路12号",
        "白云村12-3, 蒲江县朝阳湖镇白云村12组3号",
        "世纪小区12, 蒲江县鹤山街道魁星路410号世纪小区12栋1单元",
        "魁星录12号, 蒲江县鹤山街道魁星路12号"
    })
    void suggestsFirst(String typed, String first) {
        assertThat(texts(typed, null, 5)).first().isEqualTo(first);
    }

    @Test
    void namesHaveTheirCountAndAddressesFollowInTheOrderOfNumbers() {
        assertThat(suggester.suggest("魁星", null, 4))
                .containsExactly(
                        new Suggestion("蒲江县鹤山街道魁星路", ElementKind.ROAD, null, "510131", "鹤山街道", 132),
                        whole("蒲江县鹤山街道魁星路1号", new LonLat(103, 30)),
                        whole("蒲江县鹤山街道魁星路2号", new LonLat(103 + 1 / 120.0, 30)),
                        whole("蒲江县鹤山街道魁星路3号", new LonLat(103 + 2 / 120.0, 30)));
    }

    private static Suggestion whole(String text, LonLat point) {
        return new Suggestion(text, ElementKind.NUMBER, point, "510131", "鹤山街道", 1);
    }

    @Test
    void aNumberThatIsBegunHasAllThatItMayBecome() {
        assertThat(texts("魁星路1", null, 50))
                .hasSize(1 + 10 + 21)
                .startsWith("蒲江县鹤山街道魁星路1号", "蒲江县鹤山街道魁星路10号")
                .endsWith("蒲江县鹤山街道魁星路120号");
        assertThat(texts("魁星路1号", null, 50)).containsExactly("蒲江县鹤山街道魁星路1号");
    }

    @Test
    void facilitiesHaveTheirPlace() {
        assertThat(suggester.suggest("人民医院", null, 5))
                .containsExactly(
                        new Suggestion("蒲江县人民医院", ElementKind.LANDMARK, WEST, "510131", null, 1));
    }

    @Test
    void theNearestComeFirst() {
        assertThat(texts("解放路", EAST, 2)).containsExactly("蒲江县鹤山街道解放路", "蒲江县甘溪镇解放路");
        assertThat(texts("解放路", WEST, 2)).containsExactly("蒲江县甘溪镇解放路", "蒲江县鹤山街道解放路");
        assertThat(texts("魁星路1", EAST, 2)).containsExactly("蒲江县鹤山街道魁星路120号", "蒲江县鹤山街道魁星路119号");
        assertThat(texts("解放路2", EAST, 2)).containsExactly("蒲江县甘溪镇解放路2号", "蒲江县甘溪镇解放路20号");
    }

    @Test
    void aNameWithoutAddressesIsNone() {
        assertThat(texts("白塔", null, 5)).doesNotContain("蒲江县鹤山街道白塔村");
        assertThat(texts("甘溪魁", null, 5)).doesNotContain("蒲江县鹤山街道魁星路");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "4",
                "号",
                "+-&|!(){}[]^\"~*?:\\/",
                "\ud83d",
                "😀",
                "\0\u0007",
                "绿鑫淼"
            })
    void whatSaysNothingIsNothing(String typed) {
        assertThat(suggester.suggest(typed, null, 5)).isEmpty();
        assertThat(suggester.suggest(typed, EAST, 5)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNothing() {
        assertThat(suggester.suggest("魁".repeat(10_000), null, 5)).isEmpty();
    }

    private static List<String> texts(String typed, LonLat near, int limit) {
        List<Suggestion> suggestions = suggester.suggest(typed, near, limit);
        assertThat(suggestions).hasSizeLessThanOrEqualTo(limit);
        return suggestions.stream().map(Suggestion::text).toList();
    }
}
