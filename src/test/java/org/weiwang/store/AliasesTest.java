package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.address.Fault;
import org.weiwang.address.index.AddressBook;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.address.match.AddressMatcher;
import org.weiwang.atlas.Atlas;
import org.weiwang.edition.Edition;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.ImportReport.LayerReport;
import org.weiwang.edition.ImportReport.Rejection;
import org.weiwang.edition.importing.Importer;
import org.weiwang.edition.importing.SmallHandOver;

/** From the rows of a file to the address that a former name means. */
@Tag("store")
class AliasesTest {
    private static final String HEADER = "类别,名称,别名,起,止\n";
    private static final String REUSED = "红旗路1号,103.5101,30.1941,5";

    @TempDir private Path folder;
    @TempDir private Path cache;
    private SmallDistrict district;
    private JdbcAtlasSource source;

    @BeforeEach
    void open() throws Exception {
        district = new SmallDistrict(folder);
        source =
                new JdbcAtlasSource(
                        district.dataSource(), district.forLoading(), new AddressBooks(cache));
    }

    @AfterEach
    void close() {
        district.close();
    }

    private void publish(String... addresses) throws Exception {
        district.publish(district.draft(addresses));
    }

    private LayerReport bring(String... rows) throws Exception {
        Path file = folder.resolve("aliases.csv");
        Files.writeString(file, HEADER + String.join("\n", rows) + "\n");
        return new Importer(district.store())
                .run(ServedDemoCounty.request(SmallHandOver.DISTRICT, false, file))
                .layers()
                .get(0);
    }

    private Atlas load() {
        return source.load(List.of());
    }

    private static AddressBook book(Atlas atlas) {
        return atlas.parts().iterator().next().addresses().orElseThrow();
    }

    private static AddressMatch match(Atlas atlas, String text) {
        return atlas.find(text).match();
    }

    private static String address(AddressMatch match) {
        return match.candidates().get(0).address().text();
    }

    private static void isByAlias(AddressMatch match, String address) {
        assertThat(match.kind()).isEqualTo(Kind.EXACT);
        assertThat(address(match)).isEqualTo(address);
        assertThat(match.faults()).extracting(Fault::code).containsExactly(Fault.Code.ALIAS_USED);
    }

    @Test
    void rowsThatCannotBeTakenAreRejectedWithTheirLines() throws Exception {
        publish(SmallDistrict.EAST);
        LayerReport report =
                bring(
                        "道路,东路,红旗路,,1985-05-01",
                        "街区,东路,向阳路,,",
                        "道路,,向阳路,,",
                        "道路,东路,,,",
                        "道路,东路, 东 路,,",
                        "道路,东路,路,,",
                        "道路,东路,向阳路,1990,1985-12-31",
                        "道路,东路,向阳路,1990-06-01,1990",
                        "道路,东路,跃进路,1990年,",
                        "道路,东路,跃进路,,1990-02-30",
                        "道路,东路," + "长".repeat(201) + ",,",
                        "道路,东路,红旗路,,1985-05-01",
                        "道路,东路,跃进路",
                        "区县,试验县,试验专区,1950,1950");
        assertThat(report.layer()).isEqualTo("aliases");
        assertThat(report.rejections())
                .containsExactly(
                        new Rejection(3, "kind \"街区\" is none of 区县, 镇街, 村社区, 道路, 小区, 设施"),
                        new Rejection(4, "name is empty"),
                        new Rejection(5, "alias is empty"),
                        new Rejection(6, "name and alias are the same"),
                        new Rejection(7, "alias \"路\" has fewer than 2 letters or digits"),
                        new Rejection(8, "until 1985-12-31 is before from 1990"),
                        new Rejection(
                                10,
                                "from \"1990年\" is neither a day such as 2020-06-18 nor a year"),
                        new Rejection(
                                11,
                                "until \"1990-02-30\" is neither a day such as 2020-06-18 nor a year"),
                        new Rejection(12, "alias is longer than 200 characters"),
                        new Rejection(13, "the same alias as line 2"),
                        new Rejection(14, "has 3 values for 5 columns"));
        assertThat(report.written()).isEqualTo(3);
        assertThat(
                        district.query(
                                """
                                SELECT concat_ws(' ', kind, name, alias, coalesce(from_day::text, '-'),
                                    coalesce(until_day::text, '-'))
                                FROM alias ORDER BY alias COLLATE "C"
                                """))
                .containsExactly(
                        "ROAD 东路 向阳路 1990-06-01 1991-01-01",
                        "ROAD 东路 红旗路 - 1985-05-02",
                        "DISTRICT 试验县 试验专区 1950-01-01 1951-01-01");
    }

    @Test
    void aFileOfWhichNoRowCanBeTakenIsRefused() throws Exception {
        publish(SmallDistrict.EAST);
        assertThatThrownBy(() -> bring("街区,东路,向阳路,,"))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("aliases.csv: none of its 1 rows can be taken; line 2");
        assertThat(district.query("SELECT count(*) FROM alias")).containsExactly("0");
    }

    @Test
    void aFormerNameIsUnderstoodOnceItIsBrought() throws Exception {
        publish(SmallDistrict.EAST);
        Atlas before = load();
        assertThat(match(before, "红旗路1号").kind()).isNotEqualTo(Kind.EXACT);
        bring("道路,东路,红旗路,,1985");
        Atlas after = source.load(before.parts());
        isByAlias(match(after, "红旗路1号"), "东路1号");
        isByAlias(match(after, "试验县红旗路一号"), "东路1号");
        assertThat(match(after, "红旗路2号").kind()).isNotEqualTo(Kind.EXACT);
    }

    @Test
    void aDistrictIsUnderstoodByItsFormerName() throws Exception {
        publish("试验县" + SmallDistrict.EAST);
        assertThat(match(load(), "旧州县东路1号").kind()).isNotEqualTo(Kind.EXACT);
        bring("区县,试验县,旧州县,,1985");
        isByAlias(match(load(), "旧州县东路1号"), "试验县东路1号");
    }

    @Test
    void whoHasANameNowComesBeforeWhoHadIt() throws Exception {
        publish(SmallDistrict.EAST, REUSED);
        bring("道路,东路,红旗路,,1985");
        Atlas atlas = load();
        for (String text : List.of("红旗路1号", "试验县红旗路一号")) {
            AddressMatch match = match(atlas, text);
            assertThat(match.kind()).as(text).isEqualTo(Kind.EXACT);
            assertThat(address(match)).isEqualTo("红旗路1号");
            assertThat(match.faults()).isEmpty();
        }
        assertThat(address(match(atlas, "试验县东路一号"))).isEqualTo("东路1号");
    }

    @Test
    void aNameToComeIsNotUnderstoodBefore() throws Exception {
        publish(SmallDistrict.EAST);
        bring("道路,东路,迎宾大道,2999-01-02,");
        Atlas atlas = load();
        assertThat(match(atlas, "迎宾大道1号").kind()).isNotEqualTo(Kind.EXACT);
        assertThat(on(book(atlas), "2999-01-01").match("迎宾大道1号").kind()).isNotEqualTo(Kind.EXACT);
        isByAlias(on(book(atlas), "2999-01-02").match("迎宾大道1号"), "东路1号");
    }

    private static AddressMatcher on(AddressBook book, String day) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        return new AddressMatcher(
                List.of(book),
                Clock.fixed(LocalDate.parse(day).atStartOfDay(zone).toInstant(), zone));
    }

    @Test
    void otherAliasesMakeAnotherBookAndTheSameLeaveIt() throws Exception {
        publish(SmallDistrict.EAST);
        bring("道路,东路,红旗路,,1985", "道路,东路,向阳路,,");
        Atlas first = load();
        bring("道路,东路,向阳路,,", "道路,东路,红旗路,,1985");
        Atlas same = source.load(first.parts());
        assertThat(book(same)).isSameAs(book(first));
        bring("道路,东路,向阳路,,");
        Atlas next = source.load(same.parts());
        assertThat(book(next)).isNotSameAs(book(same));
        assertThat(match(next, "红旗路1号").kind()).isNotEqualTo(Kind.EXACT);
        isByAlias(match(next, "向阳路1号"), "东路1号");
        assertThat(district.query("SELECT alias FROM alias")).containsExactly("向阳路");
    }

    @Test
    void aliasesComeAndGoWithTheEditionThatBroughtThem() throws Exception {
        publish(SmallDistrict.EAST);
        Files.writeString(folder.resolve("aliases.csv"), HEADER + "道路,东路,红旗路,,1985\n");
        publish(SmallDistrict.EAST);
        isByAlias(match(load(), "红旗路1号"), "东路1号");
        district.publish(new Edition(SmallHandOver.DISTRICT, 1));
        assertThat(match(load(), "红旗路1号").kind()).isNotEqualTo(Kind.EXACT);
    }
}
