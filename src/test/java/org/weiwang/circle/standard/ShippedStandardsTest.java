package org.weiwang.circle.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.circle.standard.Status.OPEN;
import static org.weiwang.circle.standard.Status.READ;
import static org.weiwang.circle.standard.Status.RECALLED;
import static org.weiwang.circle.standard.Status.SECOND_HAND;

import java.io.IOException;
import java.io.InputStream;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.circle.reach.Profile;

/** Holds the shipped files against what is known of the standards: a table of its own. */
class ShippedStandardsTest {
    /** A category's minutes and metres, as "value status"; - where nothing is known. */
    private static final Map<String, List<String>> GB50180 = new LinkedHashMap<>();

    private static final Map<String, List<String>> TDT1062 = new LinkedHashMap<>();
    private static final Map<String, List<String>> COMMERCE2021 = new LinkedHashMap<>();

    static {
        GB50180.put("幼儿园", List.of("5 RECALLED", "300 SECOND_HAND"));
        GB50180.put("社区服务站", List.of("5 RECALLED", "300 RECALLED"));
        GB50180.put("卫生服务站", List.of("5 RECALLED", "300 RECALLED"));
        GB50180.put("日间照料", List.of("5 RECALLED", "300 RECALLED"));
        GB50180.put("室外健身", List.of("5 RECALLED", "300 RECALLED"));
        GB50180.put("小学", List.of("10 RECALLED", "500 SECOND_HAND"));
        GB50180.put("菜市场", List.of("10 RECALLED", "500 RECALLED"));
        GB50180.put("商场", List.of("10 RECALLED", "500 RECALLED"));
        GB50180.put("文化活动站", List.of("10 RECALLED", "500 RECALLED"));
        GB50180.put("公交站", List.of("10 RECALLED", "500 RECALLED"));
        GB50180.put("派出所", List.of("15 RECALLED", "800 RECALLED"));
        GB50180.put("中学", List.of("15 RECALLED", "1000 SECOND_HAND"));
        GB50180.put("卫生服务中心", List.of("15 RECALLED", "1000 RECALLED"));
        GB50180.put("文化活动中心", List.of("15 RECALLED", "1000 RECALLED"));
        GB50180.put("社区服务中心", List.of("15 RECALLED", "1000 RECALLED"));
        GB50180.put("全民健身中心", List.of("15 RECALLED", "1000 RECALLED"));
        TDT1062.put("小学", List.of("10 RECALLED", "500 SECOND_HAND"));
        TDT1062.put("卫生服务站", List.of("-", "500 SECOND_HAND"));
        TDT1062.put("中学", List.of("15 RECALLED", "-"));
        TDT1062.put("社区养老", List.of("5 RECALLED", "-"));
        TDT1062.put("卫生", List.of("15 RECALLED", "-"));
        TDT1062.put("文化", List.of("15 RECALLED", "-"));
        TDT1062.put("菜市场", List.of("10 RECALLED", "-"));
        COMMERCE2021.put("药店", List.of("15 SECOND_HAND", "-"));
        COMMERCE2021.put("基本保障类（其余）", List.of("15 READ", "-"));
        COMMERCE2021.put("品质提升类", List.of("15 READ", "-"));
    }

    @Test
    void categoriesHaveTheFiguresThatAreKnown() throws StandardsException {
        assertThat(figures("gb50180")).containsExactlyEntriesOf(GB50180);
        assertThat(figures("tdt1062")).containsExactlyEntriesOf(TDT1062);
        assertThat(figures("commerce2021")).containsExactlyEntriesOf(COMMERCE2021);
    }

    @Test
    void levelsHaveTheFiguresThatAreKnown() throws StandardsException {
        assertThat(levels("gb50180"))
                .containsExactly(
                        "15-15 READ, 800-1000 SECOND_HAND, 50000-100000 READ, 17000-32000 READ, -",
                        "10-10 READ, 500-500 READ, 15000-25000 READ, 5000-8000 READ, 32-50 READ",
                        "5-5 SECOND_HAND, 300-300 SECOND_HAND, 5000-12000 RECALLED, -, -",
                        "-, -, 1000-3000 SECOND_HAND, -, -");
        assertThat(levels("tdt1062"))
                .containsExactly(
                        "15-15 SECOND_HAND, -, -, -, -",
                        "5-10 SECOND_HAND, -, -, -, -",
                        "-, -, -, -, -",
                        "-, -, -, -, -");
        assertThat(levels("commerce2021")).containsExactly("15-15 READ, -, -, -, -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb50180", "tdt1062", "commerce2021"})
    void everyStandardHasTheSameWalkers(String id) throws StandardsException {
        assertThat(standard(id).profiles())
                .containsExactly(
                        Map.entry("adult", new Profile(1.2, true)),
                        Map.entry("elderly", new Profile(1, true)),
                        Map.entry("child", new Profile(1, true)),
                        Map.entry("wheelchair", new Profile(40 / 60.0, false)));
        assertThat(standard(id).walkers())
                .extracting(walker -> walker.metresPerMinute().status())
                .containsOnly(RECALLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb50180", "tdt1062", "commerce2021"})
    void everyStandardTellsWhoTakesWhichDenominator(String id) throws StandardsException {
        assertThat(standard(id).background().denominators())
                .extracting(denominator -> denominator.of() + " " + denominator.status())
                .containsExactly("HOUSEHOLDS " + READ, "ADDRESSES " + READ, "AREA " + SECOND_HAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb50180", "tdt1062", "commerce2021"})
    void noWeightIsKnown(String id) throws StandardsException {
        assertThat(standard(id).categories()).extracting(Category::weight).containsOnly(1.0);
        assertThat(standard(id).background().remarks())
                .contains("No weights of the standard are known: each is 1, which is ours.");
    }

    @Test
    void levelsOfGb50180DoNotIncludeEachOther() throws StandardsException {
        assertThat(standard("gb50180").background().remarks())
                .anyMatch(remark -> remark.contains("do not include each other"));
        assertThat(standard("gb50180").category("health-station").orElseThrow().facilities())
                .doesNotContain("卫生服务中心");
    }

    /** All but 公园 and 药店, of which GB 50180 states nothing that is known. */
    @Test
    void facilitiesOfTheDemoCountyCount() throws StandardsException {
        Set<String> demo =
                Set.of(
                        "社区服务站", "卫生服务站", "文化活动站", "健身场地", "幼儿园", "小学", "养老", "菜市场", "公交站",
                        "社区服务中心", "卫生服务中心", "派出所", "中学");
        List<String> counted = new ArrayList<>();
        standard("gb50180").categories().forEach(c -> counted.addAll(c.facilities()));
        assertThat(counted).containsAll(demo).doesNotHaveDuplicates();
        assertThat(standard("commerce2021").category("pharmacy").orElseThrow().facilities())
                .containsExactly("药店");
    }

    @Test
    void theTemplateIsReadAndSaysNothing() throws IOException {
        List<String> faults = new ArrayList<>();
        try (InputStream in = getClass().getResourceAsStream("/standards/template.json")) {
            StandardFile file = new StandardFile("template.json", in.readAllBytes());
            Standard template = file.read(faults).orElseThrow();
            assertThat(template.categories())
                    .allMatch(c -> c.minutes().status() == OPEN && c.metres().status() == OPEN);
        }
        assertThat(faults).isEmpty();
    }

    private static Standard standard(String id) throws StandardsException {
        return Standards.read(null).find(id).orElseThrow();
    }

    private static Map<String, List<String>> figures(String id) throws StandardsException {
        Map<String, List<String>> figures = new LinkedHashMap<>();
        for (Category category : standard(id).categories()) {
            figures.put(
                    category.name(), List.of(text(category.minutes()), text(category.metres())));
        }
        return figures;
    }

    private static String text(Figure figure) {
        return figure.status() == OPEN
                ? "-"
                : "%s %s"
                        .formatted(
                                new DecimalFormat("0.##").format(figure.value()), figure.status());
    }

    private static List<String> levels(String id) throws StandardsException {
        return standard(id).background().levels().stream()
                .map(
                        level ->
                                String.join(
                                        ", ",
                                        text(level.minutes()),
                                        text(level.metres()),
                                        text(level.people()),
                                        text(level.dwellings()),
                                        text(level.hectares())))
                .toList();
    }

    private static String text(Range range) {
        return range.status() == OPEN
                ? "-"
                : "%.0f-%.0f %s".formatted(range.from(), range.to(), range.status());
    }
}
