package org.weiwang.address.index;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.PlaceName;

/**
 * How some addresses are parsed, of every form that the grammar knows: when a later version of the
 * program parses them otherwise, books are made anew.
 */
final class ParsingSample {
    private static final List<PlaceName> NAMES =
            List.of(
                    new PlaceName(ElementKind.DISTRICT, "蒲江县", "510131", null),
                    new PlaceName(ElementKind.TOWN, "鹤山街道", "510131", null),
                    new PlaceName(ElementKind.TOWN, "朝阳湖镇", "510131", null),
                    new PlaceName(ElementKind.COMMUNITY, "白云村", "510131", "朝阳湖镇"),
                    new PlaceName(ElementKind.COMMUNITY, "鹤山社区", "510131", "鹤山街道"),
                    new PlaceName(ElementKind.LANDMARK, "蒲江县人民医院", "510131", null));

    private static final List<Alias> ALIASES =
            List.of(new Alias(ElementKind.TOWN, "510131", "鹤山街道", "鹤山镇", null, null));

    private static final List<String> TEXTS =
            List.of(
                    "蒲江县鹤山街道魁星路410号世纪小区1栋1单元",
                    "四川省成都市蒲江县朝阳湖镇白云村十九组4号附2号",
                    "朝阳湖白云12社3-5",
                    "鹤山镇鹤山社区二環路東三段50、7號之一",
                    "鹤山街道建设大道1-3号农机站宿舍2幢3单元5楼502室",
                    "鹤山街道桂花巷7号院A座12层1203",
                    "鹤山街道河滨苑3号楼2门501户",
                    "鹤山街道和平街700号3-2-501",
                    "白云村生产队6队村委会旁边",
                    "蒲江县人民医院住院部",
                    "朝阳湖镇仙阁村民小组2组#8",
                    "鹤山街道八一路廿一号12-3栋",
                    "12组，团结村",
                    "鹤山街道桂花巷914院2-1",
                    "SOHO3栋 A座");

    private ParsingSample() {}

    static String parsed(BookMaking.Parsing parsing) {
        Function<String, ParsedAddress> parser = parsing.of(NAMES, ALIASES);
        return TEXTS.stream()
                .map(text -> parser.apply(text).toString())
                .collect(Collectors.joining("\n"));
    }
}
