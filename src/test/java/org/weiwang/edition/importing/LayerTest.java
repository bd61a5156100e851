package org.weiwang.edition.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTest {
    @ParameterizedTest
    @CsvSource({
        "micro-grids.shp, MICRO_GRIDS",
        "2026年微网格.SHP, MICRO_GRIDS",
        "蒲江县_社区总网格_v2.shp, COMMUNITY_GRIDS",
        "一般网格.shp, GENERAL_GRIDS",
        "专属网格.shp, DEDICATED_GRIDS",
        "微网格员.csv, RESPONDERS",
        "标准地址.csv, ADDRESSES",
        "道路别名.csv, ALIASES",
        "地址别名.csv, ",
        "微网格.csv, ", // Grids come as shapefiles.
        "道路设施.shp, ", // Two layers are named.
        "建筑.shp, ",
        "微网格, "
    })
    void aFileIsKnownByItsName(String fileName, Layer layer) {
        assertThat(Layer.ofFile(fileName).orElse(null)).isEqualTo(layer);
    }
}
