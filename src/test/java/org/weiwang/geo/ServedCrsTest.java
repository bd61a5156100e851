package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class ServedCrsTest {
    /** Half of the last digit that is written, of metres. */
    private static final double AS_WRITTEN = 0.00051;

    private static final double MILLIMETRE = 0.001;
    private static final double MILLIMETRE_IN_DEGREES = 1e-8;

    /**
     * Made by {@code cs2cs -f %.5f EPSG:4490 EPSG:<code>} of PROJ 9.1.1, which takes and gives axes
     * in the order of the authority; CRS84 by the same to {@code OGC:CRS84}.
     */
    @ParameterizedTest
    @CsvSource({
        "CRS84,     103.5,  30.2,           103.5,          30.2",
        "EPSG_4326, 103.5,  30.2,            30.2,         103.5",
        "EPSG_4490, 103.5,  30.2,            30.2,         103.5",
        "EPSG_3857, 103.5,  30.2,  11521567.29710, 3529283.97111",
        "EPSG_3857, 104.06, 30.66, 11583906.21195, 3588671.94652",
        "EPSG_4543, 103.5,  30.2,   3343235.47131,  644446.53968",
        "EPSG_4543, 104.06, 30.66,  3395090.28133,  697453.91135",
        "EPSG_4543, 103.2,  30.05,  3326262.97203,  615729.69937",
        "EPSG_4544, 103.5,  30.2,   3343235.47131,  355553.46032",
        "EPSG_4544, 104.06, 30.66,  3393656.58405,  409907.10290",
        "EPSG_4544, 103.2,  30.05,  3327021.85604,  326397.48381",
        "EPSG_4507, 103.5,  30.2,   3343235.47131,  355553.46032",
        "EPSG_4507, 104.06, 30.66,  3393656.58405,  409907.10290",
        "EPSG_4507, 103.2,  30.05,  3327021.85604,  326397.48381"
    })
    void givesTheFiguresOfProjInTheOrderOfTheAuthority(
            ServedCrs crs, double lon, double lat, double first, double second) throws Exception {
        JsonNode written = coordinates(crs, "POINT (" + lon + " " + lat + ")");
        assertThat(written.get(0).doubleValue()).isCloseTo(first, within(AS_WRITTEN));
        assertThat(written.get(1).doubleValue()).isCloseTo(second, within(AS_WRITTEN));

        Geometry back = crs.toWgs84(wkt("POINT (" + first + " " + second + ")"));
        assertThat(back.getCoordinate().x).isCloseTo(lon, within(MILLIMETRE_IN_DEGREES));
        assertThat(back.getCoordinate().y).isCloseTo(lat, within(MILLIMETRE_IN_DEGREES));
        assertThat(back.getSRID()).isEqualTo(4326);
    }

    /** At the edges of the domain, made likewise. */
    @ParameterizedTest
    @CsvSource({
        "EPSG_4543,   96,  20,   2223655.27125,  -128768.95888",
        "EPSG_4543, 107.9, 30,   3334814.31342,  1069775.61931",
        "EPSG_4544,   99,   0.5,   55593.74298,  -169123.85102",
        "EPSG_4544, 110.9,  0.5,   55583.56293,  1157931.62784",
        "EPSG_4507, 110.9, 59,   6557642.67550,   838822.36210",
        "EPSG_3857, -179.5, 85, -19981848.59739, 19971868.88041",
        "EPSG_3857,   12,  -60,  1335833.88952,  -8399737.88982"
    })
    void isRightToAMillimetreInTheWholeDomain(
            ServedCrs crs, double lon, double lat, double first, double second) throws Exception {
        Coordinate there = crs.eastingFirst(wkt("POINT (" + lon + " " + lat + ")")).getCoordinate();
        assertThat(crs.isNorthFirst() ? there.y : there.x).isCloseTo(first, within(MILLIMETRE));
        assertThat(crs.isNorthFirst() ? there.x : there.y).isCloseTo(second, within(MILLIMETRE));
    }

    @ParameterizedTest
    @EnumSource
    void isKnownByItsUri(ServedCrs crs) {
        assertThat(ServedCrs.of(crs.uri())).contains(crs);
        assertThat(crs.uri())
                .isEqualTo(
                        crs == ServedCrs.CRS84
                                ? "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
                                : "http://www.opengis.net/def/crs/EPSG/0/"
                                        + crs.toString().replace("EPSG:", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EPSG:4544",
                "http://www.opengis.net/def/crs/EPSG/0/4545",
                "http://www.opengis.net/def/crs/EPSG/0/4544/",
                "https://www.opengis.net/def/crs/EPSG/0/4544"
            })
    void isKnownByNothingElse(String uri) {
        assertThat(ServedCrs.of(uri)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void writesRingsCounterClockwiseAsSeenWithNorthUp(ServedCrs crs) throws Exception {
        JsonNode ring =
                coordinates(
                                crs,
                                "MULTIPOLYGON (((104 30, 104 30.1, 104.1 30.1, 104.1 30, 104 30)))")
                        .get(0)
                        .get(0);
        double[][] eastingFirst = new double[ring.size()][];
        for (int i = 0; i < ring.size(); i++) {
            double first = ring.get(i).get(0).doubleValue();
            double second = ring.get(i).get(1).doubleValue();
            eastingFirst[i] =
                    crs.isNorthFirst()
                            ? new double[] {second, first}
                            : new double[] {first, second};
        }
        // From the south-west the ring goes east, then north.
        assertThat(eastingFirst[1][0]).isGreaterThan(eastingFirst[0][0] + 0.05);
        assertThat(eastingFirst[2][1]).isGreaterThan(eastingFirst[1][1] + 0.05);
    }

    @Test
    void writesMillimetres() throws Exception {
        assertThat(text(ServedCrs.EPSG_4326, "POINT (103.123456789 30.5)"))
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[30.5,103.12345679]}");
        assertThat(text(ServedCrs.EPSG_4544, "POINT (104.06 30.66)"))
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[3393656.584,409907.103]}");
        assertThat(text(ServedCrs.EPSG_4544, "POINT (105 0)"))
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[0,500000]}");
    }

    @Test
    void givesFilesEastingFirst() throws Exception {
        Coordinate there =
                ServedCrs.EPSG_4544.eastingFirst(wkt("POINT (104.06 30.66)")).getCoordinate();
        assertThat(there.x).isCloseTo(409907.10290, within(1e-4));
        assertThat(there.y).isCloseTo(3393656.58405, within(1e-4));
        assertThat(ServedCrs.EPSG_4544.crs().name()).startsWith("EPSG:4544");
        assertThat(ServedCrs.EPSG_4326.eastingFirst(wkt("POINT (104 30)")).getCoordinate())
                .isEqualTo(new Coordinate(104, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG_4544, 98.9, 30, false",
        "EPSG_4544, 99, 30, true",
        "EPSG_4543, 108, 60, true",
        "EPSG_4543, 108.1, 30, false",
        "EPSG_4543, 104, -0.1, false",
        "EPSG_3857, 104, 85.1, false",
        "EPSG_3857, -180, 85, true",
        "EPSG_4490, -75, 40, true"
    })
    void hasADomain(ServedCrs crs, double lon, double lat, boolean reached) throws Exception {
        Geometry point = wkt("POINT (" + lon + " " + lat + ")");
        assertThat(crs.reaches(point.getEnvelopeInternal())).isEqualTo(reached);
        if (reached) {
            assertThat(crs.geoJson(point)).isNotEmpty();
        } else {
            assertThatExceptionOfType(CrsException.class)
                    .isThrownBy(() -> crs.geoJson(point))
                    .withMessageContaining(crs.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CRS84, 30.2, 103.5",
        "EPSG_4326, 103.5, 30.2",
        "EPSG_4544, 355553, 3343235",
        "EPSG_4543, 3343235, 35355553",
        "EPSG_3857, 103.5, 1e9"
    })
    void refusesAPositionThatIsNotOfTheSystemAndSaysWhatComesFirst(
            ServedCrs crs, double first, double second) throws Exception {
        Geometry point = wkt("POINT (" + first + " " + second + ")");
        assertThatExceptionOfType(CrsException.class)
                .isThrownBy(() -> crs.toWgs84(point))
                .withMessageContaining(crs.toString())
                .withMessageContaining(crs.axis(0) + ", " + crs.axis(1));
    }

    /** A line of one northing bows north of the straight line between its ends' degrees. */
    @Test
    void cutsLongEdgesSoThatTheyRunWhereTheyAreStraightInTheSystem() throws Exception {
        Geometry line =
                ServedCrs.EPSG_4544.toWgs84(wkt("LINESTRING (3343235 300000, 3343235 400000)"));
        Geometry middle = ServedCrs.EPSG_4544.toWgs84(wkt("POINT (3343235 350000)"));
        assertThat(line.distance(middle)).isLessThan(1e-7);
        Geometry ends =
                wkt("LINESTRING EMPTY")
                        .getFactory()
                        .createLineString(
                                new Coordinate[] {
                                    line.getCoordinates()[0],
                                    line.getCoordinates()[line.getNumPoints() - 1]
                                });
        assertThat(ends.distance(middle)).isGreaterThan(1e-4);
    }

    @Test
    void keepsAnEmptyGeometryEmpty() throws Exception {
        assertThat(ServedCrs.EPSG_4544.toWgs84(wkt("POLYGON EMPTY")).isEmpty()).isTrue();
        assertThat(text(ServedCrs.EPSG_4544, "MULTIPOLYGON EMPTY"))
                .isEqualTo("{\"type\":\"MultiPolygon\",\"coordinates\":[]}");
    }

    /** Which take a second, and 33 MB; a process of its own has none yet. */
    @Test
    void needsNoTablesForDegrees(@TempDir Path folder) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-DEPSG-HSQL.directory=" + folder,
                                "-cp",
                                System.getProperty("java.class.path"),
                                InDegrees.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("[30.2,103.5]");
        assertThat(folder).isEmptyDirectory();
    }

    /** What a server does that is asked for degrees alone. */
    static final class InDegrees {
        private InDegrees() {}

        public static void main(String[] arguments) throws Exception {
            for (ServedCrs crs : ServedCrs.values()) {
                if (crs.isInDegrees()) {
                    Geometry point = crs.toWgs84(wkt("POINT (30 30)"));
                    CrsBox.of(new double[] {29, 29, 31, 31}, crs).intersects(point);
                    System.out.println(text(crs, "POINT (103.5 30.2)"));
                }
            }
        }
    }

    private static JsonNode coordinates(ServedCrs crs, String wgs84) throws Exception {
        return new ObjectMapper().readTree(text(crs, wgs84)).get("coordinates");
    }

    private static String text(ServedCrs crs, String wgs84) throws Exception {
        return new String(crs.geoJson(wkt(wgs84)), StandardCharsets.US_ASCII);
    }

    private static Geometry wkt(String text) throws Exception {
        return new WKTReader(Wgs84.FACTORY).read(text);
    }
}
