package org.weiwang.geo.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.geo.Crs;

/** Rings as other programs leave them, written byte by byte, put together as GDAL does. */
class RingsTest {
    @TempDir Path folder;

    /** Squares as x, y, side and direction: r for clockwise, the format's exterior; l for holes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 10 r",
                "0 0 10 l",
                "0 0 10 l; 20 0 10 l",
                "0 0 10 l; 2 2 3 r",
                "0 0 10 r; 2 2 3 r",
                "0 0 10 l; 2 2 3 l",
                "2 2 3 l; 0 0 10 r",
                "0 0 10 r; 20 2 3 l",
                "0 0 30 r; 2 2 20 l; 4 4 10 r; 5 5 2 l",
                "5 5 2 l; 4 4 10 r; 2 2 20 l; 0 0 30 r",
                "0 0 10 r; 0 0 3 l",
                "0 0 10 r; 20 0 10 r; 20 0 3 l; 7 7 3 l",
                "0 0 10 r; 20 0 10 r; 40 0 3 l",
                "0 0 10 r; -5 -5 30 r; 2 2 4 l",
                "0 0 10 r; 8 8 4 l"
            })
    void groupsRingsAsGdalDoes(String squares) throws Exception {
        List<Coordinate[]> rings = List.of(squares.split("; ")).stream().map(this::square).toList();
        Path shp = write(rings);

        Geometry ours = ShapefileRoundTripTest.read(shp).get(0).geometry();
        assertThat((Object) ours).isInstanceOf(MultiPolygon.class);
        assertThat(ours.norm().toText()).isEqualTo(GdalGeometries.of(shp).get(0).norm().toText());
    }

    @Test
    void closesAnOpenRing() throws Exception {
        Coordinate[] open = {
            new Coordinate(0, 0), new Coordinate(0, 9), new Coordinate(9, 9), new Coordinate(9, 0)
        };
        Geometry geometry =
                ShapefileRoundTripTest.read(write(List.<Coordinate[]>of(open))).get(0).geometry();
        assertThat(geometry.toText()).isEqualTo("MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0)))");
    }

    @Test
    void keepsARingOfTooFewPointsToBeFoundInvalid() throws Exception {
        Coordinate[] two = {new Coordinate(1, 1), new Coordinate(2, 2)};
        Geometry geometry =
                ShapefileRoundTripTest.read(write(List.<Coordinate[]>of(two))).get(0).geometry();
        assertThat(geometry.toText()).isEqualTo("MULTIPOLYGON (((1 1, 2 2, 1 1, 1 1)))");
        assertThat(geometry.isValid()).isFalse();
    }

    private Coordinate[] square(String words) {
        String[] word = words.split(" ");
        double x = Double.parseDouble(word[0]);
        double y = Double.parseDouble(word[1]);
        double side = Double.parseDouble(word[2]);
        Coordinate[] clockwise = {
            new Coordinate(x, y),
            new Coordinate(x, y + side),
            new Coordinate(x + side, y + side),
            new Coordinate(x + side, y),
            new Coordinate(x, y)
        };
        return word[3].equals("r")
                ? clockwise
                : new Coordinate[] {
                    clockwise[0], clockwise[3], clockwise[2], clockwise[1], clockwise[0]
                };
    }

    private Path write(List<Coordinate[]> rings) throws Exception {
        Path shp = folder.resolve("raw.shp");
        try (ShapefileWriter writer =
                ShapefileWriter.create(
                        shp,
                        ShapeType.POLYGON,
                        Crs.epsg(4544),
                        StandardCharsets.UTF_8,
                        List.of(Field.text("A", 1)))) {
            writer.write(new GeometryFactory().createPolygon(), List.of(""));
        }
        int points = rings.stream().mapToInt(ring -> ring.length).sum();
        int content = 44 + 4 * rings.size() + 16 * points;
        ByteBuffer bytes = ByteBuffer.allocate(108 + content).put(Files.readAllBytes(shp), 0, 100);
        bytes.putInt(24, bytes.capacity() / 2).putInt(1).putInt(content / 2);
        bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(5);
        bytes.position(bytes.position() + 32).putInt(rings.size()).putInt(points);
        int start = 0;
        for (Coordinate[] ring : rings) {
            bytes.putInt(start);
            start += ring.length;
        }
        for (Coordinate[] ring : rings) {
            for (Coordinate c : ring) {
                bytes.putDouble(c.x).putDouble(c.y);
            }
        }
        Files.write(shp, bytes.array());
        Path shx = folder.resolve("raw.shx");
        ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(shx)).putInt(104, content / 2);
        Files.write(shx, index.array());
        return shp;
    }
}
