package org.weiwang.geo.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.geo.Crs;
import org.weiwang.geo.file.Shape;

/** What is wrong with a shapefile, and what its error says. */
class ShapefileErrorsTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int HEADER = 100;

    /** A record's header, type, box, two counts, one part and five points. */
    private static final int RECORD = 8 + 4 + 32 + 8 + 4 + 5 * 16;

    private static final int DBF_HEADER = 32 + 2 * 32 + 1;
    private static final int ROW = 1 + 10 + 6;

    @TempDir Path folder;
    private Path shp;
    private Path dbf;

    /** Three squares named 一社区, 二社区, 三社区. */
    @BeforeEach
    void writeThreeSquares() throws Exception {
        shp = folder.resolve("a.shp");
        dbf = folder.resolve("a.dbf");
        try (ShapefileWriter writer =
                ShapefileWriter.create(
                        shp,
                        ShapeType.POLYGON,
                        Crs.epsg(4544),
                        GBK,
                        List.of(Field.text("名称", 10), Field.number("户数", 6, 0)))) {
            for (String name : List.of("一社区", "二社区", "三社区")) {
                writer.write(
                        new WKTReader().read("POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))"),
                        List.of(name, 30));
            }
        }
    }

    @Test
    void readsTheUndamagedFile() throws Exception {
        assertThat(ShapefileRoundTripTest.read(shp)).hasSize(3);
    }

    @Test
    void needsNoIndexAndNoParticularCase() throws Exception {
        Files.delete(folder.resolve("a.shx"));
        Files.move(shp, folder.resolve("a.SHP"));
        Files.move(dbf, folder.resolve("A.DBF"));
        Files.move(folder.resolve("a.prj"), folder.resolve("a.Prj"));
        shp = folder.resolve("a.SHP");
        assertThat(ShapefileRoundTripTest.read(shp)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "0,   'a.shp is truncated: it ends at byte 0'",
        "99,  'a.shp is truncated: it ends at byte 99'",
        "110, 'a.shp is truncated: it has 110 bytes where its header says 508'",
        "507, 'a.shp is truncated: it has 507 bytes where its header says 508'"
    })
    void truncatedShapes(int bytes, String message) throws Exception {
        Files.write(shp, Arrays.copyOf(Files.readAllBytes(shp), bytes));
        failure().withMessage(message);
    }

    @Test
    void recordLengthBeyondTheFile() throws Exception {
        patch(shp, b -> b.putInt(HEADER + RECORD + 4, 0x7fffffff));
        failure().withMessageStartingWith("a.shp, record 2: its length of 4294967294 bytes");
        patch(shp, b -> b.putInt(HEADER + RECORD + 4, -5));
        failure().withMessageStartingWith("a.shp, record 2: its length of -10 bytes");
    }

    @Test
    void endInARecordsHeader() throws Exception {
        patch(shp, b -> b.putInt(24, (HEADER + RECORD + 4) / 2));
        failure().withMessage("a.shp, record 2: the file ends within its header");
    }

    @Test
    void countsThatTheRecordCannotHold() throws Exception {
        patch(shp, b -> little(b).putInt(HEADER + RECORD + 8 + 36, 1 << 20));
        failure().withMessage("a.shp, record 2: it is too short for 1048576 parts and 5 points");
        patch(shp, b -> little(b).putInt(HEADER + RECORD + 8 + 36, -1));
        failure().withMessage("a.shp, record 2: it is too short for -1 parts and 5 points");
    }

    @Test
    void partThatStartsNowhere() throws Exception {
        patch(shp, b -> little(b).putInt(HEADER + RECORD + 8 + 44, 7));
        failure().withMessage("a.shp, record 2: its part 1 cannot start at point 7");
    }

    @Test
    void lastPartWithoutPoints() throws Exception {
        patch(shp, b -> little(b).putInt(HEADER + RECORD + 8 + 36, 2));
        patch(shp, b -> little(b).putInt(HEADER + RECORD + 8 + 40, 4));
        patch(shp, b -> little(b).putInt(HEADER + RECORD + 8 + 48, 4));
        failure().withMessage("a.shp, record 2: its part 2 cannot start at point 4");
    }

    @Test
    void recordOfAnotherType() throws Exception {
        patch(shp, b -> little(b).putInt(HEADER + RECORD + 8, 3));
        failure().withMessage("a.shp, record 2: its shape type 3 does not fit the file's, POLYGON");
    }

    @Test
    void coordinateThatIsNotFinite() throws Exception {
        patch(shp, b -> little(b).putDouble(HEADER + RECORD + 8 + 48, Double.NaN));
        failure().withMessage("a.shp, record 2: it has a coordinate that is not a finite number");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void pointThatIsNotFinite(double coordinate) throws Exception {
        for (int at : new int[] {HEADER + 12, HEADER + 20}) {
            try (ShapefileWriter writer =
                    ShapefileWriter.create(
                            shp,
                            ShapeType.POINT,
                            Crs.epsg(4544),
                            GBK,
                            List.of(Field.text("名称", 10)))) {
                writer.write(new WKTReader().read("POINT (1 2)"), List.of(""));
            }
            patch(shp, b -> little(b).putDouble(at, coordinate));
            failure()
                    .withMessage(
                            "a.shp, record 1: it has a coordinate that is not a finite number");
        }
    }

    @Test
    void fileThatIsNoShapefile() throws Exception {
        patch(shp, b -> b.putInt(0, 1234));
        failure().withMessage("a.shp is not a shapefile");
    }

    @Test
    void shapesThatAreNotRead() throws Exception {
        patch(shp, b -> little(b).putInt(32, 31));
        failure()
                .withMessage(
                        "a.shp holds shapes of type 31 (MultiPatch), not points, lines or polygons");
        patch(shp, b -> little(b).putInt(32, 8));
        failure().withMessage("a.shp holds shapes of type 8, not points, lines or polygons");
    }

    @Test
    void missingFiles() throws Exception {
        Files.delete(dbf);
        failure().withMessage("a.shp has no .dbf beside it");
        Files.delete(shp);
        failure().withMessage("a.shp is not there");
    }

    @Test
    void tableOfAnotherSize() throws Exception {
        patch(dbf, b -> little(b).putInt(4, 2));
        failure().withMessage("a.dbf has 2 records, but a.shp has 3 shapes");
    }

    @ParameterizedTest
    @CsvSource({
        "20,  'a.dbf is truncated in its header'",
        "90,  'a.dbf is truncated in its header'",
        "147, 'a.dbf is truncated: its 147 bytes do not hold 3 records of 17 bytes'"
    })
    void truncatedTable(int bytes, String message) throws Exception {
        Files.write(dbf, Arrays.copyOf(Files.readAllBytes(dbf), bytes));
        failure().withMessage(message);
    }

    @Test
    void damagedTable() throws Exception {
        patch(dbf, b -> little(b).putShort(8, (short) 5));
        failure().withMessage("a.dbf is not a dBASE table");
    }

    @Test
    void recordTooShortForItsFields() throws Exception {
        patch(dbf, b -> little(b).putShort(10, (short) 12));
        failure().withMessage("a.dbf is damaged: its 2 fields do not make a record of 12 bytes");
    }

    @Test
    void missingOrUnreadableReferenceSystem() throws Exception {
        Path prj = folder.resolve("a.prj");
        Files.writeString(prj, "北京54");
        failure().withMessageStartingWith("a.prj names no CRS that can be used: ");
        Files.delete(prj);
        failure().withMessage("a.shp has no .prj and no CRS was given");
        try (ShapefileReader reader =
                ShapefileReader.open(shp, new ShapefileReader.Options(null, Crs.epsg(4523)))) {
            assertThat(reader.crs().name()).startsWith("EPSG:4523");
        }
    }

    @Test
    void bytesThatAreNotInTheCharset() throws Exception {
        Files.writeString(folder.resolve("a.cpg"), "UTF-8");
        failure().withMessage("a.dbf cannot name its field 1: its bytes are not valid UTF-8");

        Files.writeString(folder.resolve("a.cpg"), "GBK");
        patch(dbf, b -> b.put(DBF_HEADER + ROW + 2, (byte) 0xFF));
        failure().withMessage("a.dbf, record 2, field 名称: its bytes are not valid GB18030");
    }

    @Test
    void charsetThatIsNotKnown() throws Exception {
        Files.writeString(folder.resolve("a.cpg"), "Klingon");
        failure().withMessage("a.cpg names the encoding 'Klingon', which is not known");
        try (ShapefileReader reader =
                ShapefileReader.open(shp, new ShapefileReader.Options(GBK, null))) {
            assertThat(reader.fieldNames()).containsExactly("名称", "户数");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12a", "1 2", "1E+99999", "NaN"})
    void numberThatIsNone(String text) throws Exception {
        byte[] field = "%6.6s".formatted(text).getBytes(StandardCharsets.US_ASCII);
        patch(dbf, b -> b.put(DBF_HEADER + 2 * ROW + 11, field));
        failure()
                .withMessageStartingWith("a.dbf, record 3, field 户数: '")
                .withMessageContaining(text.substring(0, 3));
    }

    @Test
    void fieldTypeThatIsNotRead() throws Exception {
        patch(dbf, b -> b.put(32 + 11, (byte) 'M'));
        failure().withMessage("a.dbf has a field 名称 of type 'M', which is not read");
    }

    @Test
    void twoFieldsOfOneName() throws Exception {
        patch(dbf, b -> b.put(32 + 32, "名称".getBytes(GBK)));
        failure().withMessage("a.dbf has two fields named 名称");
    }

    @Test
    void skipsDeletedRecordsAndKeepsTheNumbers() throws Exception {
        patch(dbf, b -> b.put(DBF_HEADER + ROW, (byte) '*'));
        assertThat(ShapefileRoundTripTest.read(shp))
                .extracting(Shape::number)
                .containsExactly(1, 3);
    }

    @Test
    void readsOnAfterABadRecord() throws Exception {
        patch(dbf, b -> b.put(DBF_HEADER + 2, (byte) 0xFF));
        patch(shp, b -> little(b).putInt(HEADER + RECORD + 8, 3));
        try (ShapefileReader reader = ShapefileRoundTripTest.open(shp)) {
            assertThatExceptionOfType(ShapefileException.class)
                    .isThrownBy(reader::next)
                    .withMessageContaining("record 1");
            assertThatExceptionOfType(ShapefileException.class)
                    .isThrownBy(reader::next)
                    .withMessageContaining("record 2");
            assertThat(reader.next()).map(Shape::number).contains(3);
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void readsOnAfterABadNumber() throws Exception {
        patch(dbf, b -> b.put(DBF_HEADER + 11, "  12a ".getBytes(StandardCharsets.US_ASCII)));
        try (ShapefileReader reader = ShapefileRoundTripTest.open(shp)) {
            assertThatExceptionOfType(ShapefileException.class).isThrownBy(reader::next);
            assertThat(reader.next().orElseThrow().attributes())
                    .containsEntry("名称", "二社区")
                    .containsEntry("户数", "30");
        }
    }

    /** Whatever bytes are damaged, reading ends with shapes or with the one kind of error. */
    @Test
    void noDamageEscapesAsAnythingElse() throws Exception {
        byte[] shapes = Files.readAllBytes(shp);
        byte[] table = Files.readAllBytes(dbf);
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            damage(shp, shapes, random);
            damage(dbf, table, random);
            try {
                ShapefileRoundTripTest.read(shp);
            } catch (ShapefileException expected) {
                assertThat(expected.getMessage()).as("seed %d", seed).startsWith("a.");
            }
        }
    }

    private static void damage(Path file, byte[] whole, Random random) throws Exception {
        int length = random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length;
        byte[] bytes = Arrays.copyOf(whole, length);
        for (int i = random.nextInt(4); i > 0 && length > 0; i--) {
            bytes[random.nextInt(length)] = (byte) random.nextInt(256);
        }
        Files.write(file, bytes);
    }

    private ThrowableAssertAlternative<ShapefileException> failure() {
        return assertThatExceptionOfType(ShapefileException.class)
                .isThrownBy(() -> ShapefileRoundTripTest.read(shp));
    }

    private static ByteBuffer little(ByteBuffer buffer) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void patch(Path file, Consumer<ByteBuffer> change) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        change.accept(ByteBuffer.wrap(bytes));
        Files.write(file, bytes);
    }
}
