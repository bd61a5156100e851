package org.weiwang.address.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.address.ElementKind.ROAD;
import static org.weiwang.address.ElementKind.TOWN;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.address.index.BookKey;

/** What becomes of each way to write an address, by a table. */
class MatchBehaviourTest {
    private static final SmallDistrict PUJIANG =
            new SmallDistrict("510131", "蒲江县")
                    .town("鹤山街道", "鹤山社区", "狮子树村")
                    .town("朝阳湖镇", "白云村", "白鹤村", "仙阁村")
                    .town("寿安街道", "七星村", "白云社区")
                    .alias(ROAD, "魁星路", "状元路")
                    .alias(TOWN, "朝阳湖镇", "霖雨乡")
                    .addresses(
                            "蒲江县鹤山街道和平街2号",
                            "蒲江县鹤山街道和平街7号",
                            "蒲江县鹤山街道和平街7号附1号",
                            "蒲江县鹤山街道和平街9号",
                            "蒲江县鹤山街道和平街15号",
                            "蒲江县鹤山街道魁星路410号世纪小区1栋1单元",
                            "蒲江县鹤山街道魁星路410号世纪小区1栋2单元",
                            "蒲江县鹤山街道魁星路410号世纪小区2栋1单元",
                            "蒲江县鹤山街道建设东路12号",
                            "蒲江县鹤山街道解放路20号",
                            "蒲江县鹤山街道解放路24号",
                            "蒲江县鹤山街道狮子树村11组12号",
                            "蒲江县鹤山街道狮子树村11组13号",
                            "蒲江县朝阳湖镇白云村14组2号",
                            "蒲江县朝阳湖镇白云村14组3号",
                            "蒲江县朝阳湖镇白云村15组2号",
                            "蒲江县朝阳湖镇白鹤村14组2号",
                            "蒲江县朝阳湖镇仙阁村6组1号",
                            "蒲江县寿安街道七星村16组14号",
                            "蒲江县寿安街道白云社区3组8号",
                            "蒲江县寿安街道解放路20号",
                            "蒲江县寿安街道解放路30号",
                            "蒲江县寿安街道文昌路5号3栋2单元5楼501室")
                    .facilities("蒲江县人民医院", "狮子树小学");

    private static final SmallDistrict QINGBAIJIANG =
            new SmallDistrict("510113", "青白江区")
                    .town("福洪镇", "白云村", "金星村")
                    .town("城厢镇", "甘泉社区")
                    .addresses(
                            "青白江区福洪镇白云村14组2号", "青白江区福洪镇白云村20组1号", "青白江区福洪镇金星村3组4号", "青白江区城厢镇解放街3号");

    @TempDir private static Path folder;
    private static AddressMatcher matcher;

    @BeforeAll
    static void make() {
        AddressBooks books = new AddressBooks(folder);
        matcher =
                new AddressMatcher(
                        List.of(
                                books.book(key(PUJIANG), PUJIANG),
                                books.book(key(QINGBAIJIANG), QINGBAIJIANG)),
                        Clock.systemUTC());
    }

    private static BookKey key(SmallDistrict district) {
        return new BookKey(new UUID(0, 1), district.code, 1, 1);
    }

    /**
     * @param faults their codes, the gravest first
     * @param meant the texts of all that may be meant
     * @param suggested the text of the first that is only suggested
     */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "behaviours.csv", delimiter = '|', numLinesToSkip = 1)
    void answers(
            String text, AddressMatch.Kind kind, String faults, String meant, String suggested) {
        AddressMatch match = matcher.match(text);
        List<String> found = match.candidates().stream().map(c -> c.address().text()).toList();
        assertThat(match.kind()).as(match.toString()).isEqualTo(kind);
        assertThat(String.join(" ", found.subList(0, match.meant())))
                .as(match.toString())
                .isEqualTo(meant == null ? "" : meant);
        assertThat(found.stream().skip(match.meant()).findFirst().orElse(null))
                .as(match.toString())
                .isEqualTo(suggested);
        assertThat(match.faults().stream().map(fault -> fault.code().name()).toList())
                .as(match.toString())
                .isEqualTo(faults == null ? List.of() : List.of(faults.split(" ")));
        assertThat(match.total()).isEqualTo(match.meant());
        assertThat(match.candidates())
                .allSatisfy(candidate -> assertThat(candidate.score()).isBetween(0.0, 1.0));
    }
}
