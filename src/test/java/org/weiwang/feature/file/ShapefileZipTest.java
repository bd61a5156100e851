package org.weiwang.feature.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Row;

class ShapefileZipTest {
    @TempDir Path temporary;

    @Test
    void holdsThePartsOfAShapefile() throws Exception {
        byte[] zip = written(Sample.rows(GeometryType.POINT));
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .containsExactly(
                        "micro-grids.shp",
                        "micro-grids.shx",
                        "micro-grids.dbf",
                        "micro-grids.prj",
                        "micro-grids.cpg");
        assertThat(written(Sample.rows(GeometryType.POINT))).isEqualTo(zip);
    }

    @Test
    void namesATextThatIsTooLong() throws Exception {
        assertThat(written(List.of(row("网".repeat(84) + "ab", 0.5)))).isNotEmpty();
        assertThatIsUnfit(
                row("网".repeat(85), 0.5),
                "A shapefile cannot hold the layer: feature F1, property name: 255 bytes, where 254"
                        + " are allowed");
    }

    @Test
    void namesANumberThatIsTooLong() throws Exception {
        assertThat(written(List.of(row("", 12345678901234568.0)))).isNotEmpty();
        assertThatIsUnfit(
                row("", 1e17),
                "A shapefile cannot hold the layer: feature F1, property areaHectares: 18 bytes,"
                        + " where 17 are allowed");
    }

    @Test
    void roundsNumbersToWhatTheirFieldHolds() throws Exception {
        CellWidth width = new CellWidth(Sample.PROPERTIES.get(2));
        assertThat(width.cell("F1", 0.30000000000000004)).isEqualTo("0.30000000000000004");
        assertThat(width.field("a").decimals()).isEqualTo(17);
        width.cell("F2", 99999.5);
        assertThat(width.field("a").length()).isEqualTo(20);
        assertThat(width.field("a").decimals()).isEqualTo(13);
    }

    @Test
    void shortensFieldNames() {
        assertThat(
                        FieldNames.of(
                                List.of(
                                        "id",
                                        "effectiveFrom",
                                        "effectiveF",
                                        "effectiveFromTime",
                                        "EFFECT_1",
                                        "householdsTotal",
                                        "householdsOfGrid")))
                .containsExactly(
                        "id",
                        "effectiv_1",
                        "effectiveF",
                        "effectiv_2",
                        "EFFECT_1",
                        "households",
                        "househol_1");
    }

    private void assertThatIsUnfit(Row row, String message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatExceptionOfType(UnfitLayerException.class)
                .isThrownBy(
                        () ->
                                FileFormat.SHAPEFILE.write(
                                        Sample.layer(GeometryType.POINT, 4326, List.of(row)),
                                        temporary,
                                        out))
                .withMessage(message);
        assertThat(out.size()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }

    private static Row row(String name, double area) {
        return new Sample.TestRow(
                "F1",
                Sample.rows(GeometryType.POINT).get(0).geometry(),
                Arrays.asList(name, null, area, null, null, null));
    }

    private byte[] written(List<? extends Row> rows) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileFormat.SHAPEFILE.write(Sample.layer(GeometryType.POINT, 4326, rows), temporary, out);
        return out.toByteArray();
    }
}
