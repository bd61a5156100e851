package org.weiwang.geo.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.geo.Crs;

class ShapefileWriterTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir Path folder;

    @Test
    void namesFileRecordAndFieldOfAValueThatDoesNotFit() throws Exception {
        try (ShapefileWriter writer = points(Field.text("名称", 4), Field.number("户数", 3, 0))) {
            writer.write(new WKTReader().read("POINT (1 2)"), List.of("鹤山", 999));
            assertThatExceptionOfType(ShapefileException.class)
                    .isThrownBy(() -> writer.write(null, List.of("鹤山镇", 1)))
                    .withMessage("a.dbf, record 2, field 名称: '鹤山镇', longer than 4 bytes");
            assertThatExceptionOfType(ShapefileException.class)
                    .isThrownBy(() -> writer.write(null, List.of("", 1000)))
                    .withMessage("a.dbf, record 2, field 户数: '1000', longer than 3 bytes");
            assertThatExceptionOfType(ShapefileException.class)
                    .isThrownBy(() -> writer.write(null, List.of("", "many")))
                    .withMessage("a.dbf, record 2, field 户数: 'many', which is not a number");
            assertThatExceptionOfType(ShapefileException.class)
                    .isThrownBy(() -> writer.write(null, List.of("🏠", 1)))
                    .withMessage("a.dbf, record 2, field 名称: '🏠', which GBK cannot write");
            assertThatExceptionOfType(ShapefileException.class)
                    .isThrownBy(() -> writer.write(null, List.of("one")))
                    .withMessage("a.dbf, record 2: 1 values for 2 fields");
            assertThatExceptionOfType(ShapefileException.class)
                    .isThrownBy(
                            () ->
                                    writer.write(
                                            new WKTReader().read("LINESTRING (1 2, 3 4)"),
                                            List.of("", 1)))
                    .withMessage("a.shp, record 2: a LineString is no POINT");
        }
        // What was refused left nothing behind: header 100, record header 8, point 20.
        assertThat(Files.size(folder.resolve("a.shp"))).isEqualTo(128);
        assertThat(Files.size(folder.resolve("a.dbf"))).isEqualTo(32 + 64 + 1 + 8 + 1);
    }

    @Test
    void refusesFieldNamesThatDoNotFit() {
        assertThatExceptionOfType(ShapefileException.class)
                .isThrownBy(() -> points(Field.text("六个汉字的字", 4)))
                .withMessage(
                        "a.dbf cannot name a field '六个汉字的字': 1 to 10 bytes of GBK are allowed");
        assertThatExceptionOfType(ShapefileException.class)
                .isThrownBy(() -> points(Field.text("A", 4), Field.text("A", 4)))
                .withMessage("a.dbf has two fields named A");
        assertThatExceptionOfType(ShapefileException.class).isThrownBy(() -> points());
    }

    @Test
    void refusesFieldsThatTheFormatCannotHold() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Field.text("A", 255));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Field.number("A", 21, 0));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Field.number("A", 5, 4));
    }

    @Test
    void givesTheSameBytesForTheSameInput() throws Exception {
        points(Field.text("名称", 4)).close();
        byte[] first = Files.readAllBytes(folder.resolve("a.dbf"));
        points(Field.text("名称", 4)).close();
        assertThat(Files.readAllBytes(folder.resolve("a.dbf"))).isEqualTo(first);
        assertThat(Arrays.copyOfRange(first, 1, 4)).isEqualTo(new byte[] {100, 1, 1});
    }

    private ShapefileWriter points(Field... fields) throws Exception {
        return ShapefileWriter.create(
                folder.resolve("a.shp"), ShapeType.POINT, Crs.epsg(4544), GBK, List.of(fields));
    }
}
