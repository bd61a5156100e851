package org.weiwang.geo.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.geo.Crs;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/** Files put together message by message, as no well-meaning program would. */
class FlatGeobufReaderTest {
    private static final byte[] NOTHING = {};

    @TempDir private Path folder;

    @Test
    void everyTypeOfValueIsText() throws Exception {
        ByteBuffer values = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        values.putShort((short) ColumnType.Byte).put((byte) -1);
        values.putShort((short) ColumnType.UByte).put((byte) -1);
        values.putShort((short) ColumnType.Bool).put((byte) 1);
        values.putShort((short) ColumnType.Short).putShort((short) -1);
        values.putShort((short) ColumnType.UShort).putShort((short) -1);
        values.putShort((short) ColumnType.Int).putInt(-1);
        values.putShort((short) ColumnType.UInt).putInt(-1);
        values.putShort((short) ColumnType.Long).putLong(-1);
        values.putShort((short) ColumnType.ULong).putLong(-1);
        values.putShort((short) ColumnType.Float).putFloat(0.1f);
        values.putShort((short) ColumnType.Double).putDouble(85);
        for (int type : new int[] {ColumnType.String, ColumnType.Binary}) {
            byte[] text = " 甲 ".getBytes(UTF_8);
            values.putShort((short) type).putInt(text.length).put(text);
        }
        List<Shape> shapes =
                read(file(head(1, 0, 4490, GeometryType.Point), feature(point(), flip(values))));
        assertThat(shapes.get(0).attributes())
                .containsAllEntriesOf(
                        Map.of("c0", "-1", "c1", "255", "c2", "true", "c3", "-1", "c4", "65535"))
                .containsAllEntriesOf(
                        Map.of(
                                "c5", "-1",
                                "c6", "4294967295",
                                "c7", "-1",
                                "c8", "18446744073709551615",
                                "c9", "0.1",
                                "c10", "85",
                                "c11", "甲",
                                "c12", "",
                                "c13", "",
                                "c14", ""));
        assertThat(shapes.get(0).geometry().toText()).isEqualTo("POINT (103.5 30.2)");
    }

    @Test
    void withoutAReferenceSystemOneMustBeGiven() throws Exception {
        byte[] file = file(head(0, 0, 0, GeometryType.Point), feature(point(), NOTHING));
        assertThatThrownBy(() -> read(file))
                .hasMessage(
                        "a.fgb does not say in which reference system it is; give the reference system with --crs");
        try (FlatGeobufReader reader = FlatGeobufReader.open(write(file), Crs.epsg(4544))) {
            assertThat(reader.next()).isPresent();
        }
        refuses(
                file(head(0, 0, 4610, GeometryType.Point)),
                "names no reference system that can be used: EPSG:4610");
    }

    @ParameterizedTest
    @CsvSource({
        "Unknown, its geometry is a type 0",
        "CircularString, its geometry is a CircularString; only points",
        "CurvePolygon, its geometry is a CurvePolygon",
        "MultiSurface, its geometry is a MultiSurface",
        "TIN, its geometry is a TIN",
        "GeometryCollection, its geometry is a GeometryCollection",
    })
    void otherTypesOfGeometryAreRefused(String type, String words) {
        int number = Arrays.asList(GeometryType.names).indexOf(type);
        refuses(
                file(head(1, 0, 4490, number), feature(point(), NOTHING)),
                "a.fgb, record 1: " + words);
    }

    @Test
    void whatIsCutOffIsToldWhere() throws Exception {
        byte[] whole =
                file(
                        head(2, 0, 4490, GeometryType.Point),
                        feature(point(), NOTHING),
                        feature(point(), NOTHING));
        assertThat(read(whole)).hasSize(2);
        int record = feature(point(), NOTHING).length;
        refuses(Arrays.copyOf(whole, 5), "a.fgb is not FlatGeobuf");
        refuses(Arrays.copyOf(whole, 10), "a.fgb is cut off before its head");
        refuses(Arrays.copyOf(whole, 50), "a.fgb is cut off within its head");
        refuses(Arrays.copyOf(whole, whole.length - 1), "a.fgb is cut off within record 2");
        refuses(Arrays.copyOf(whole, whole.length - record), "a.fgb is cut off before record 2");
        refuses(Arrays.copyOf(whole, whole.length + 1), "a.fgb goes on after the 2 records");
        refuses(
                file(head(2, 16, 4490, GeometryType.Point), feature(point(), NOTHING)),
                "a.fgb is cut off within its index");
    }

    @Test
    void lengthsThatCannotBeTakeNoMemory() {
        byte[] head = head(1, 0, 4490, GeometryType.Point);
        for (byte[] length : List.of(new byte[] {-1, -1, -1, 127}, new byte[] {-1, -1, -1, -1})) {
            refuses(join(Constants.MAGIC_BYTES, length), "a.fgb is broken: its head would have ");
            refuses(
                    join(Constants.MAGIC_BYTES, head, length),
                    "a.fgb is broken: record 1 would have ");
        }
        refuses(file(head(Long.MAX_VALUE, 16, 4490, 1)), "it has too many records");
        refuses(file(head(-1, 16, 4490, 1)), "it has too many records");
        refuses(file(head(Integer.MAX_VALUE, 2, 4490, 1)), "a.fgb is cut off within its index");
        refuses(file(head(5, 1, 4490, 1)), "its index has nodes of 1");
    }

    @Test
    void theSamePartManyTimesOverIsCounted() {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int ring = Geometry.createXyVector(builder, new double[2 * 1_000]);
        int part = Geometry.createGeometry(builder, 0, ring, 0, 0, 0, 0, 0, 0);
        int[] parts = new int[1_001];
        Arrays.fill(parts, part);
        int all = Geometry.createPartsVector(builder, parts);
        int shape = Geometry.createGeometry(builder, 0, 0, 0, 0, 0, 0, 0, all);
        builder.finishSizePrefixed(Feature.createFeature(builder, shape, 0, 0));
        refuses(
                file(head(1, 0, 4490, GeometryType.MultiPolygon), builder.sizedByteArray()),
                "record 1: its geometry has more than 1,000,000 positions");
    }

    @Test
    void endsThatDoNotFitAreRefused() {
        double[] xy = {0, 0, 1, 0, 1, 1, 0, 0};
        refusesLines(xy, new long[] {5}, "its part 1 ends at position 5");
        refusesLines(xy, new long[] {2, 1}, "its part 2 ends at position 1");
        refusesLines(xy, new long[] {2}, "positions follow upon its last part");
        refusesLines(
                new double[] {0, 0, 1}, new long[] {}, "a position of it has no second figure");
        refusesLines(
                new double[] {0, Double.NaN}, new long[] {}, "it has a coordinate that is not");
    }

    @Test
    void valuesThatDoNotFitAreRefused() {
        refusesValues(new byte[] {99, 0}, "it has a value for column 99");
        refusesValues(new byte[] {5, 0, 1}, "its attributes are cut off");
        refusesValues(new byte[] {11, 0, -1, -1, -1, 127}, "its attributes are cut off");
        refusesValues(new byte[] {11, 0, 1, 0, 0, 0, -68}, "its attribute c11 is not UTF-8");
    }

    private void refusesLines(double[] xy, long[] ends, String words) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int xyAt = Geometry.createXyVector(builder, xy);
        int endsAt = Geometry.createEndsVector(builder, ends);
        int shape = Geometry.createGeometry(builder, endsAt, xyAt, 0, 0, 0, 0, 0, 0);
        builder.finishSizePrefixed(Feature.createFeature(builder, shape, 0, 0));
        refuses(
                file(head(1, 0, 4490, GeometryType.Polygon), builder.sizedByteArray()),
                "a.fgb, record 1: " + words);
    }

    private void refusesValues(byte[] values, String words) {
        refuses(
                file(head(1, 0, 4490, GeometryType.Point), feature(point(), values)),
                "a.fgb, record 1: " + words);
    }

    private void refuses(byte[] file, String words) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(FeatureFileException.class)
                .hasMessageStartingWith("a.fgb")
                .hasMessageContaining(words);
    }

    private List<Shape> read(byte[] file) throws IOException {
        List<Shape> shapes = new ArrayList<>();
        try (FlatGeobufReader reader = FlatGeobufReader.open(write(file), null)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                shapes.add(next.get());
            }
        }
        return shapes;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.fgb"), bytes);
    }

    private static byte[] file(byte[]... messages) {
        return join(Constants.MAGIC_BYTES, join(messages));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** With a column of each type, c0, c1 and so on. */
    private static byte[] head(long features, int nodeSize, int epsg, int type) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int[] columns = new int[ColumnType.names.length];
        for (int i = 0; i < columns.length; i++) {
            int name = builder.createString("c" + i);
            Column.startColumn(builder);
            Column.addName(builder, name);
            Column.addType(builder, i);
            columns[i] = Column.endColumn(builder);
        }
        int columnsAt = Header.createColumnsVector(builder, columns);
        int crs =
                epsg == 0
                        ? 0
                        : org.wololo.flatgeobuf.generated.Crs.createCrs(
                                builder, 0, epsg, 0, 0, 0, 0);
        Header.startHeader(builder);
        Header.addColumns(builder, columnsAt);
        Header.addGeometryType(builder, type);
        Header.addFeaturesCount(builder, features);
        Header.addIndexNodeSize(builder, nodeSize);
        if (crs != 0) {
            Header.addCrs(builder, crs);
        }
        builder.finishSizePrefixed(Header.endHeader(builder));
        return builder.sizedByteArray();
    }

    private static double[] point() {
        return new double[] {103.5, 30.2};
    }

    private static byte[] feature(double[] xy, byte[] values) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int xyAt = Geometry.createXyVector(builder, xy);
        int shape = Geometry.createGeometry(builder, 0, xyAt, 0, 0, 0, 0, 0, 0);
        int valuesAt = Feature.createPropertiesVector(builder, values);
        builder.finishSizePrefixed(Feature.createFeature(builder, shape, valuesAt, 0));
        return builder.sizedByteArray();
    }

    private static byte[] flip(ByteBuffer buffer) {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
