package org.weiwang.geo.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.weiwang.geo.Crs;

class DbfCharsetTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "GBK, GB18030",
        "gbk, GB18030",
        "936, GB18030",
        "CP936, GB18030",
        "ANSI 936, GB18030",
        "OEM 936, GB18030",
        "windows-936, GB18030",
        "MS936, GB18030",
        "GB2312, GB18030",
        "EUC-CN, GB18030",
        "GB18030, GB18030",
        "54936, GB18030",
        "UTF-8, UTF-8",
        "UTF8, UTF-8",
        "utf-8, UTF-8",
        "65001, UTF-8",
        "CP65001, UTF-8",
        "Big5, Big5",
        "950, Big5",
        "ISO-8859-1, ISO-8859-1",
        "88591, ISO-8859-1",
        "'\uFEFFUTF-8\r\n', UTF-8"
    })
    void knowsTheNamesThatAreInUse(String cpg, String charset) throws Exception {
        Path file = Files.writeString(folder.resolve("a.cpg"), cpg);
        assertThat(DbfCharset.ofCpg(file)).contains(Charset.forName(charset));
    }

    @Test
    void takesABlankCpgAsNone() throws Exception {
        assertThat(DbfCharset.ofCpg(Files.writeString(folder.resolve("a.cpg"), " \n"))).isEmpty();
    }

    @Test
    void believesTheCpgBeforeTheHeader() throws Exception {
        Path shp = write(StandardCharsets.UTF_8, "街道");
        setLanguageId(0x4D);
        assertThat(charsetOf(shp)).isEqualTo(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x4D, 0x7A, 0x86})
    void believesTheHeaderBeforeTheBytes(int languageId) throws Exception {
        // 0xC2 0xA9 is valid UTF-8 too.
        Path shp = write(GBK, "漏");
        Files.delete(folder.resolve("a.cpg"));
        setLanguageId(languageId);
        assertThat(charsetOf(shp)).isEqualTo(DbfCharset.GB18030);
    }

    @Test
    void triesUtf8ThenGb18030WhereNothingIsSaid() throws Exception {
        Path utf8 = write(StandardCharsets.UTF_8, "街道");
        Files.delete(folder.resolve("a.cpg"));
        assertThat(charsetOf(utf8)).isEqualTo(StandardCharsets.UTF_8);
        assertThat(ShapefileRoundTripTest.read(utf8).get(0).attributes()).containsEntry("名称", "街道");

        Path gbk = write(GBK, "街道");
        Files.delete(folder.resolve("a.cpg"));
        setLanguageId(0);
        assertThat(charsetOf(gbk)).isEqualTo(DbfCharset.GB18030);
        assertThat(ShapefileRoundTripTest.read(gbk).get(0).attributes()).containsEntry("名称", "街道");
    }

    private Charset charsetOf(Path shp) throws IOException {
        try (ShapefileReader reader = ShapefileRoundTripTest.open(shp)) {
            return reader.charset();
        }
    }

    private Path write(Charset charset, String name) throws Exception {
        Path shp = folder.resolve("a.shp");
        try (ShapefileWriter writer =
                ShapefileWriter.create(
                        shp,
                        ShapeType.POINT,
                        Crs.epsg(4544),
                        charset,
                        List.of(Field.text("名称", 20)))) {
            writer.write(new GeometryFactory().createPoint(new Coordinate(1, 2)), List.of(name));
        }
        return shp;
    }

    private void setLanguageId(int id) throws IOException {
        try (RandomAccessFile dbf = new RandomAccessFile(folder.resolve("a.dbf").toFile(), "rw")) {
            dbf.seek(29);
            dbf.write(id);
        }
    }
}
