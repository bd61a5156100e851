package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class CrsBoxTest {
    private static final double CENTIMETRE = 1e-7;

    /** Each around 104.06°E, 30.66°N, whose figures PROJ gives; and the same with axes swapped. */
    @ParameterizedTest
    @CsvSource({
        "CRS84,     104.05,   30.65,    104.07,   30.67,    true",
        "CRS84,     30.65,    104.05,   30.67,    104.07,   false",
        "EPSG_4326, 30.65,    104.05,   30.67,    104.07,   true",
        "EPSG_4490, 30.65,    104.05,   30.67,    104.07,   true",
        "EPSG_3857, 11583906, 3588671,  11583907, 3588672,  true",
        "EPSG_3857, 3588671,  11583906, 3588672,  11583907, false",
        "EPSG_4543, 3395090,  697453,   3395091,  697454,   true",
        "EPSG_4543, 697453,   3395090,  697454,   3395091,  false",
        "EPSG_4544, 3393656,  409907,   3393657,  409908,   true",
        "EPSG_4544, 3393656,  409908,   3393657,  409909,   false",
        "EPSG_4544, 409907,   3393656,  409908,   3393657,  false",
        "EPSG_4507, 3393656,  409907,   3393657,  409908,   true"
    })
    void hasItsAxesInTheOrderOfTheAuthority(
            ServedCrs crs, double a, double b, double c, double d, boolean hit) throws Exception {
        Geometry point = wkt("POINT (104.06 30.66)");
        assertThat(box(crs, a, b, c, d).intersects(point)).isEqualTo(hit);
        assertThat(box(crs, a, b, -9e6, c, d, 9e6).intersects(point)).isEqualTo(hit);
    }

    @ParameterizedTest
    @EnumSource(names = {"CRS84", "EPSG_4326", "EPSG_4490"})
    void crossesTheAntimeridianInDegrees(ServedCrs crs) throws Exception {
        CrsBox box =
                crs.isNorthFirst() ? box(crs, -10, 170, 10, -170) : box(crs, 170, -10, -170, 10);
        assertThat(box.box()).contains(new Bbox(170, -10, -170, 10));
        assertThat(box.intersects(wkt("POINT (175 0)"))).isTrue();
        assertThat(box.intersects(wkt("POINT (-170 10)"))).isTrue();
        assertThat(box.intersects(wkt("POINT (0 0)"))).isFalse();
        assertThat((Object) box.polygon())
                .isEqualTo(
                        wkt(
                                "MULTIPOLYGON (((170 -10, 170 10, 180 10, 180 -10, 170 -10)),"
                                        + " ((-180 -10, -180 10, -170 10, -170 -10, -180 -10)))"));
    }

    @ParameterizedTest
    @CsvSource({
        "CRS84, 100, 95, 110, 100",
        "CRS84, 200, 0, 210, 10",
        "CRS84, 200, 0, -190, 10",
        "EPSG_4326, 91, 100, 92, 110",
        "EPSG_4544, 3343235, 35355553, 3343236, 35355554",
        "EPSG_4544, -1e300, -1e300, -1e299, -1e299",
        "EPSG_3857, 3e7, 0, 4e7, 1"
    })
    void outOfRangeHoldsNothing(ServedCrs crs, double a, double b, double c, double d)
            throws Exception {
        CrsBox box = box(crs, a, b, c, d);
        assertThat(box.box()).isEmpty();
        assertThat(box.polygon().isEmpty()).isTrue();
        for (String place : new String[] {"104 30", "180 0", "-180 0", "0 90", "105 0"}) {
            assertThat(box.intersects(wkt("POINT (" + place + ")"))).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CRS84, -1000, -1000, 1000, 1000",
        "EPSG_4490, -90, -180, 90, 180",
        "EPSG_3857, -1e9, -1e9, 1e9, 1e9",
        "EPSG_4544, -1e9, -1e9, 1e300, 1e300"
    })
    void partlyOutOfRangeHoldsWhatIsInRange(ServedCrs crs, double a, double b, double c, double d)
            throws Exception {
        CrsBox box = box(crs, a, b, c, d);
        assertThat(box.intersects(wkt("POINT (104 30)"))).isTrue();
        assertThat(box.box().orElseThrow().covers(new LonLat(104, 30))).isTrue();
        assertThat(box.polygon().intersects(wkt("POINT (104 30)"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CRS84, '1,2,3', 'a box has four numbers, or six with heights, not 3'",
        "CRS84, '1,2,3,NaN', 'a box has finite numbers, not NaN'",
        "CRS84, '1,4,2,3', 'latitude (4.0) is greater than its second (3.0); in CRS84 a position"
                + " is longitude, latitude'",
        "EPSG_4326, '4,1,3,2', 'latitude (4.0) is greater than its second (3.0); in EPSG:4326 a"
                + " position is latitude, longitude'",
        "EPSG_4544, '4,1,3,2', 'northing (4.0) is greater'",
        "EPSG_4544, '1,4,2,3', 'easting (4.0) is greater than its second (3.0); in EPSG:4544 a"
                + " position is northing, easting'",
        "EPSG_4544, '1,4,0,2,3,0', 'easting (4.0) is greater'",
        "EPSG_3857, '4,1,3,2', 'easting (4.0) is greater'"
    })
    void saysWhichAxisIsWrong(ServedCrs crs, String numbers, String message) {
        double[] parsed =
                Arrays.stream(numbers.split(",")).mapToDouble(Double::parseDouble).toArray();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrsBox.of(parsed, crs))
                .withMessageContaining(message);
    }

    @Test
    void holdsWhatTouchesItsEdge() throws Exception {
        CrsBox box = CrsBox.of(new Bbox(104, 30, 105, 31));
        assertThat(box.box()).contains(new Bbox(104, 30, 105, 31));
        assertThat(box.intersects(wkt("POLYGON ((105 31, 106 31, 106 32, 105 31))"))).isTrue();
        assertThat(box.intersects(wkt("POINT (104 30.5)"))).isTrue();
        assertThat(box.intersects(wkt("LINESTRING (103 30, 105 32)"))).isTrue();
        assertThat(box.intersects(wkt("LINESTRING (103 30.1, 105 32.1)"))).isFalse();
        assertThat(box.intersects(wkt("POLYGON EMPTY"))).isFalse();
    }

    /** On its own edge, the box reaches exactly as far as the geometry does there. */
    @Test
    void holdsWhatTouchesItsEdgeInMetres() throws Exception {
        Geometry grid = wkt("POLYGON ((104 30, 104.01 30, 104.005 30.01, 104 30))");
        Envelope there = ServedCrs.EPSG_4544.eastingFirst(grid).getEnvelopeInternal();
        assertThat(
                        box(
                                        ServedCrs.EPSG_4544,
                                        there.getMaxY(),
                                        there.getMinX() - 9000,
                                        there.getMaxY() + 9000,
                                        there.getMaxX() + 9000)
                                .intersects(grid))
                .isTrue();
        assertThat(
                        box(
                                        ServedCrs.EPSG_4544,
                                        Math.nextUp(there.getMaxY()),
                                        there.getMinX() - 9000,
                                        there.getMaxY() + 9000,
                                        there.getMaxX() + 9000)
                                .intersects(grid))
                .isFalse();
    }

    /** 6° west of the meridian is nearer to it in the north than at the equator. */
    @Test
    void holdsNothingBeyondTheDomain() throws Exception {
        CrsBox box = box(ServedCrs.EPSG_4544, 3_800_000, -200_000, 3_900_000, 400_000);
        assertThat(box.intersects(wkt("POINT (98.999 34.74)"))).isFalse();
        assertThat(box.intersects(wkt("POINT (99 34.74)"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000})
    void mayHaveNoExtent(int width) throws Exception {
        Geometry point = wkt("POINT (104.06 30.66)");
        Coordinate p = ServedCrs.EPSG_4544.eastingFirst(point).getCoordinate();
        CrsBox box = box(ServedCrs.EPSG_4544, p.y, p.x, p.y, p.x + width);
        assertThat(box.intersects(point)).isTrue();
        assertThat(box.polygon().distance(point)).isLessThan(CENTIMETRE);
        assertThat(box.intersects(wkt("POINT (104.06 30.66001)"))).isFalse();
    }

    /** The fast paths beside the plain question, anywhere in the domain and beyond it. */
    @Property(tries = 3000)
    void holdsExactlyWhatIsInItWhereverItLies(
            @ForAll ServedCrs crs,
            @ForAll @DoubleRange(min = -0.1, max = 1.1) double x,
            @ForAll @DoubleRange(min = -0.1, max = 1.1) double y,
            @ForAll @DoubleRange(min = 0, max = 1) double width,
            @ForAll @DoubleRange(min = 0, max = 1) double height,
            @ForAll @DoubleRange(min = 95, max = 112) double lon,
            @ForAll @DoubleRange(min = -1, max = 61) double lat) {
        Envelope plane = crs.plane();
        Envelope asked =
                new Envelope(
                        plane.getMinX() + x * plane.getWidth(),
                        plane.getMinX() + (x + width) * plane.getWidth(),
                        plane.getMinY() + y * plane.getHeight(),
                        plane.getMinY() + (y + height) * plane.getHeight());
        CrsBox box =
                crs.isNorthFirst()
                        ? box(
                                crs,
                                asked.getMinY(),
                                asked.getMinX(),
                                asked.getMaxY(),
                                asked.getMaxX())
                        : box(
                                crs,
                                asked.getMinX(),
                                asked.getMinY(),
                                asked.getMaxX(),
                                asked.getMaxY());
        Geometry grid = Wgs84.FACTORY.toGeometry(new Envelope(lon, lon + 0.01, lat, lat + 0.01));
        boolean expected =
                crs.reaches(grid.getEnvelopeInternal())
                        && Wgs84.FACTORY.toGeometry(asked).intersects(crs.projected(grid));
        assertThat(box.intersects(grid)).isEqualTo(expected);
        if (expected) {
            Optional<Bbox> around = box.box();
            assertThat(around).isPresent();
            assertThat(CrsBox.of(around.get()).intersects(grid)).isTrue();
            assertThat(box.polygon().distance(grid)).isLessThan(5e-5);
        }
    }

    /** The edges of its polygon, beside points that lie on the edges of the box. */
    @Property(tries = 300)
    void polygonRunsWithinACentimetre(
            @ForAll @DoubleRange(min = -100_000, max = 900_000) double easting,
            @ForAll @DoubleRange(min = 0, max = 6_000_000) double northing,
            @ForAll @DoubleRange(min = 1, max = 250_000) double width,
            @ForAll @DoubleRange(min = 1, max = 250_000) double height,
            @ForAll @DoubleRange(min = 0, max = 1) double along)
            throws Exception {
        Geometry outline =
                box(ServedCrs.EPSG_4544, northing, easting, northing + height, easting + width)
                        .polygon()
                        .getBoundary();
        for (double north : new double[] {northing, northing + height}) {
            String point = "POINT (" + north + " " + (easting + along * width) + ")";
            assertThat(outline.distance(ServedCrs.EPSG_4544.toWgs84(wkt(point))))
                    .isLessThan(CENTIMETRE);
        }
        for (double east : new double[] {easting, easting + width}) {
            String point = "POINT (" + (northing + along * height) + " " + east + ")";
            assertThat(outline.distance(ServedCrs.EPSG_4544.toWgs84(wkt(point))))
                    .isLessThan(CENTIMETRE);
        }
    }

    private static CrsBox box(ServedCrs crs, double... numbers) {
        return CrsBox.of(numbers, crs);
    }

    private static Geometry wkt(String text) throws Exception {
        return new WKTReader(Wgs84.FACTORY).read(text);
    }
}
