package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.io.WKTReader;

class CrsTest {
    private static final double TENTH_OF_A_MILLIMETRE = 1e-4;

    /** 1e-9 of a degree is a tenth of a millimetre. */
    private static final double SAME_IN_DEGREES = 1e-9;

    /** Made by {@code cs2cs -f %.5f EPSG:4490 EPSG:<code>} of PROJ 9.1.1. */
    @ParameterizedTest
    @CsvSource({
        "4543, 103.5,  30.2,    644446.53968, 3343235.47131",
        "4543, 104.06, 30.66,   697453.91135, 3395090.28133",
        "4543, 103.2,  30.05,   615729.69937, 3326262.97203",
        "4544, 103.5,  30.2,    355553.46032, 3343235.47131",
        "4544, 104.06, 30.66,   409907.10290, 3393656.58405",
        "4544, 103.2,  30.05,   326397.48381, 3327021.85604",
        "4522, 103.5,  30.2,  34644446.53968, 3343235.47131",
        "4523, 104.06, 30.66, 35409907.10290, 3393656.58405",
        "4507, 104.06, 30.66,   409907.10290, 3393656.58405",
        "3857, 103.5,  30.2,  11521567.29710, 3529283.97111",
        "4490, 103.5,  30.2,         103.5,        30.2",
        "4326, 103.5,  30.2,         103.5,        30.2"
    })
    void givesTheFiguresOfProjEastingFirst(
            int code, double lon, double lat, double easting, double northing) throws Exception {
        Crs crs = Crs.epsg(code);

        Point there = crs.fromWgs84(point(lon, lat));
        assertThat(there.getX()).isCloseTo(easting, within(TENTH_OF_A_MILLIMETRE));
        assertThat(there.getY()).isCloseTo(northing, within(TENTH_OF_A_MILLIMETRE));

        Point back = crs.toWgs84(point(easting, northing));
        assertThat(back.getX()).isCloseTo(lon, within(SAME_IN_DEGREES));
        assertThat(back.getY()).isCloseTo(lat, within(SAME_IN_DEGREES));
    }

    /** What {@code gdalsrsinfo -o wkt_esri EPSG:<code>} of GDAL 3.6 prints. */
    @ParameterizedTest
    @ValueSource(ints = {4326, 4490, 3857, 4543, 4544, 4522, 4523, 4507, 4497, 4534, 32648})
    void writesThePrjThatGdalWritesAndKnowsItAgain(int code) throws Exception {
        Crs crs = Crs.epsg(code);
        assertThat(crs.prj())
                .isEqualTo(
                        Gdal.run("gdalsrsinfo", "-o", "wkt_esri", "--single-line", "EPSG:" + code));
        assertThat(Crs.ofPrj(crs.prj()).name()).isEqualTo(crs.name());
        assertThat(Gdal.run("gdalsrsinfo", "-e", "-o", "epsg", crs.prj()))
                .isEqualTo("EPSG:" + code);
    }

    /** Neither Gauss-Kruger nor UTM: GeoTools writes the text. */
    @Test
    void readsAnyOtherPrjThatItWrote() throws Exception {
        Crs worldMercator = Crs.epsg(3395);
        Point there = worldMercator.fromWgs84(point(103.5, 30.2));
        Point back = Crs.ofPrj(worldMercator.prj()).toWgs84(there);
        assertThat(back.getX()).isCloseTo(103.5, within(SAME_IN_DEGREES));
        assertThat(back.getY()).isCloseTo(30.2, within(SAME_IN_DEGREES));
    }

    @Test
    void namesTheSystem() throws Exception {
        assertThat(Crs.epsg(4544).name())
                .isEqualTo("EPSG:4544 CGCS2000 / 3-degree Gauss-Kruger CM 105E");
    }

    @Test
    void readsAxesOfAPrjAsEastingFirst() throws Exception {
        String northingFirst =
                Crs.epsg(4544)
                        .prj()
                        .replace(
                                "UNIT[\"Meter\",1.0]",
                                "UNIT[\"metre\",1],AXIS[\"X\",NORTH],AXIS[\"Y\",EAST],"
                                        + "AUTHORITY[\"EPSG\",\"4544\"]");
        Point point = Crs.ofPrj(northingFirst).toWgs84(point(355553.46032, 3343235.47131));
        assertThat(point.getX()).isCloseTo(103.5, within(SAME_IN_DEGREES));
    }

    @Test
    void readsAPrjOfAMeridianThatEpsgDoesNotHave() throws Exception {
        String local =
                Crs.epsg(4544)
                        .prj()
                        .replace("CGCS2000_3_Degree_GK_CM_105E", "Chengdu_local")
                        .replace("\"Central_Meridian\",105.0", "\"Central_Meridian\",104.0");
        Crs crs = Crs.ofPrj(local);
        assertThat(crs.name()).isEqualTo("Chengdu_local");
        assertThat(crs.prj()).isEqualTo(local);
        // As 105° + 0.06° in zone CM 105E.
        assertThat(crs.fromWgs84(point(104.06, 30.66)).getX())
                .isCloseTo(Crs.epsg(4544).fromWgs84(point(105.06, 30.66)).getX(), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "PROJCS[\"cut",
                "LOCAL_CS[\"here\",UNIT[\"Meter\",1.0]]",
                "GEOGCS[\"GCS_Beijing_1954\",DATUM[\"D_Beijing_1954\","
                        + "SPHEROID[\"Krasovsky_1940\",6378245.0,298.3]],"
                        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]",
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
                        + "SPHEROID[\"WGS_1984\",6378245.0,298.3]],"
                        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]",
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
                        + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Radian\",1.0]]"
            })
    void refusesAPrjThatItDoesNotUnderstand(String wkt) {
        assertThatExceptionOfType(CrsException.class).isThrownBy(() -> Crs.ofPrj(wkt));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 123456, 4979, 5773, 4214, 2383})
    void refusesACodeThatIsUnknownOrNotOnAnEqualDatum(int code) {
        assertThatExceptionOfType(CrsException.class)
                .isThrownBy(() -> Crs.epsg(code))
                .withMessageContaining(Integer.toString(code));
    }

    @ParameterizedTest
    @CsvSource({
        "4544, 35355553.46, 3343235.47",
        "4523, 355553.46, 3343235.47",
        "4490, 355553.46, 3343235.47",
        "4544, 103.5, 1e9"
    })
    void refusesAPositionOutsideOfTheSystem(int code, double x, double y) throws Exception {
        Crs crs = Crs.epsg(code);
        assertThatExceptionOfType(CrsException.class)
                .isThrownBy(() -> crs.toWgs84(point(x, y)))
                .withMessageContaining(Double.toString(x))
                .withMessageContaining("EPSG:" + code);
    }

    @Test
    void refusesDegreesThatAreNone() throws Exception {
        Crs crs = Crs.epsg(4544);
        assertThatExceptionOfType(CrsException.class)
                .isThrownBy(() -> crs.fromWgs84(point(103.5, 95)));
        assertThatExceptionOfType(CrsException.class)
                .isThrownBy(() -> crs.fromWgs84(point(-75, 30)));
    }

    @Test
    void givesPackedFlatCoordinatesWithSrid() throws Exception {
        Polygon plane =
                (Polygon)
                        new WKTReader()
                                .read(
                                        "POLYGON Z ((355553 3343235 1, 355653 3343235 1,"
                                                + " 355653 3343335 1, 355553 3343235 1))");
        Polygon degrees = Crs.epsg(4544).toWgs84(plane);
        assertThat(degrees.getSRID()).isEqualTo(4326);
        assertThat(degrees.getExteriorRing().getCoordinateSequence())
                .isInstanceOf(PackedCoordinateSequence.Double.class);
        assertThat(degrees.getExteriorRing().getCoordinateSequence().getDimension()).isEqualTo(2);
        assertThat(plane.getCoordinate()).isEqualTo(new Coordinate(355553, 3343235));
    }

    @Test
    void keepsAnEmptyGeometryEmpty() throws Exception {
        Geometry empty = new WKTReader().read("MULTIPOLYGON EMPTY");
        assertThat(Crs.epsg(4544).toWgs84(empty).isEmpty()).isTrue();
    }

    @Test
    void givesTheSameBitsOnEveryThread() throws Exception {
        Crs crs = Crs.epsg(4544);
        double[][] points =
                IntStream.range(0, 20_000)
                        .mapToObj(i -> new double[] {300_000 + 7.3 * i, 3_300_000 + 3.1 * i})
                        .toArray(double[][]::new);
        Coordinate[] expected = new Coordinate[points.length];
        for (int i = 0; i < points.length; i++) {
            expected[i] = crs.toWgs84(point(points[i][0], points[i][1])).getCoordinate();
        }
        long differing =
                IntStream.range(0, points.length)
                        .parallel()
                        .filter(i -> !expected[i].equals2D(degrees(crs, points[i])))
                        .count();
        assertThat(differing).isZero();
    }

    @Test
    void givesOfALineTheSameBitsAsOfItsPoints() throws Exception {
        Crs crs = Crs.epsg(4544);
        Coordinate[] line =
                IntStream.range(0, 2000)
                        .mapToObj(i -> new Coordinate(300_000 + 7.3 * i, 3_300_000 + 3.1 * i))
                        .toArray(Coordinate[]::new);
        Geometry degrees = crs.toWgs84(new GeometryFactory().createLineString(line));
        Geometry metres = crs.fromWgs84(degrees);
        for (int i = 0; i < line.length; i++) {
            Coordinate p = degrees.getCoordinates()[i];
            assertThat(p).isEqualTo(crs.toWgs84(point(line[i].x, line[i].y)).getCoordinate());
            assertThat(metres.getCoordinates()[i])
                    .isEqualTo(crs.fromWgs84(point(p.x, p.y)).getCoordinate());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4544, 4507, 4522, 3857, 4490})
    void whatIsBeyondTheEarthIsRefusedHoweverFarItIs(int code) throws Exception {
        Crs crs = Crs.epsg(code);
        for (double far = 1e8; far < Double.MAX_VALUE / 10; far *= 3) {
            for (Point point : List.of(point(far, 3_342_000), point(356_000, -far))) {
                assertThatExceptionOfType(CrsException.class)
                        .as("%s", point)
                        .isThrownBy(() -> crs.toWgs84(point))
                        .withMessageContaining("lies outside of");
            }
        }
    }

    private static Coordinate degrees(Crs crs, double[] p) {
        try {
            return crs.toWgs84(point(p[0], p[1])).getCoordinate();
        } catch (CrsException e) {
            throw new AssertionError(e);
        }
    }

    private static Point point(double x, double y) {
        return new GeometryFactory().createPoint(new Coordinate(x, y));
    }
}
