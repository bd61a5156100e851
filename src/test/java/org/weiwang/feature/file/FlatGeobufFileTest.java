package org.weiwang.feature.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Row;
import org.weiwang.geo.Gdal;

class FlatGeobufFileTest {
    private static final int ROWS = 1000;

    @TempDir Path folder;
    @TempDir Path temporary;

    @ParameterizedTest
    @ValueSource(ints = {ROWS, ROWS - 1})
    void findsTheFeaturesInABox(int mostIndexed) throws Exception {
        List<Row> rows = points();
        Path fgb = folder.resolve("layer.fgb");
        try (OutputStream out = Files.newOutputStream(fgb)) {
            FlatGeobufFile.write(
                    Sample.layer(GeometryType.POINT, 4326, rows), temporary, out, mostIndexed);
        }

        String found =
                Gdal.run(
                        "ogr2ogr",
                        "-f",
                        "CSV",
                        "-select",
                        "id",
                        "-spat",
                        "103.2",
                        "30.2",
                        "103.4",
                        "30.7",
                        "/vsistdout/",
                        fgb.toString());

        assertThat(found.lines().skip(1).map(line -> line.replace("\"", "")))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream()
                                .filter(row -> isInBox(row.geometry().getCoordinate()))
                                .map(Row::id)
                                .toList());
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void hasCountAndIndexWhereItKnowsAllFeatures() throws Exception {
        int features = lengthOfFeatures();
        int header = written(ROWS - 1).length - features;
        int levels = 1000 + 63 + 4 + 1;
        // The box of all: four numbers and their count.
        assertThat(written(ROWS).length - features)
                .isBetween(header + levels * 40 + 36, header + levels * 40 + 64);
    }

    @Test
    void asksForNoMoreRowsThanItMayHoldBeforeItWrites() throws Exception {
        List<Integer> askedBeforeFirstByte = new ArrayList<>();
        int[] asked = {0};
        Iterator<Row> rows = points().iterator();
        Iterable<Row> counted =
                () ->
                        new Iterator<>() {
                            @Override
                            public boolean hasNext() {
                                return rows.hasNext();
                            }

                            @Override
                            public Row next() {
                                asked[0]++;
                                return rows.next();
                            }
                        };
        OutputStream out =
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        askedBeforeFirstByte.add(asked[0]);
                    }
                };
        FlatGeobufFile.write(Sample.layer(GeometryType.POINT, 4326, counted), temporary, out, 700);
        assertThat(askedBeforeFirstByte.get(0)).isBetween(700, 999);
        assertThat(asked[0]).isEqualTo(ROWS);
    }

    @Test
    void passesOnWhatTheOutputRefuses() {
        OutputStream refusing =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("the client is gone");
                    }
                };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () ->
                                FileFormat.FLATGEOBUF.write(
                                        Sample.layer(GeometryType.POINT, 4326, points()),
                                        temporary,
                                        refusing))
                .withMessage("the client is gone");
        assertThat(temporary).isEmptyDirectory();
    }

    private int lengthOfFeatures() throws Exception {
        Layer layer = Sample.layer(GeometryType.POINT, 4326);
        FlatGeobufFeature feature = new FlatGeobufFeature(layer.type());
        int length = 0;
        for (Row row : points()) {
            length += feature.encode(row, row.geometry()).length;
        }
        return length;
    }

    private byte[] written(int mostIndexed) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FlatGeobufFile.write(
                Sample.layer(GeometryType.POINT, 4326, points()), temporary, out, mostIndexed);
        return out.toByteArray();
    }

    private static boolean isInBox(Coordinate c) {
        return c.x >= 103.2 && c.x <= 103.4 && c.y >= 30.2 && c.y <= 30.7;
    }

    private static List<Row> points() {
        Random random = new Random(20260301);
        GeometryFactory factory = new GeometryFactory();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Coordinate at = new Coordinate(103 + random.nextDouble(), 30 + random.nextDouble());
            rows.add(
                    new Sample.TestRow(
                            "P" + i,
                            factory.createPoint(at),
                            Arrays.asList("第" + i, i, null, null, null, null)));
        }
        return rows;
    }
}
