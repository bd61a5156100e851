package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DatumTest {
    /** A millimetre of latitude is 9e-9 of a degree; this is a tenth of that. */
    private static final double TENTH_OF_A_MILLIMETRE = 9e-10;

    /** Pairs published with the open-source libraries eviltransform and coordtransform. */
    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215,   31.17530398364597",
        "113.912316,  22.543847,  113.9171764808363,  22.540796131694766",
        "116.377817,  39.911954,  116.38404722455657, 39.91334545536069",
        "116.404,     39.915,     116.41024449916938, 39.91640428150164"
    })
    void givesThePublishedPairsOfGcj02(double lon, double lat, double gcjLon, double gcjLat) {
        assertClose(Datum.GCJ02.fromWgs84(new LonLat(lon, lat)), gcjLon, gcjLat);
        assertClose(Datum.GCJ02.toWgs84(new LonLat(gcjLon, gcjLat)), lon, lat);
    }

    /** The published pair is of GCJ-02 and BD-09. */
    @Test
    void givesThePublishedPairOfBd09() {
        LonLat wgs84 = Datum.GCJ02.toWgs84(new LonLat(116.404, 39.915));
        assertClose(Datum.BD09.fromWgs84(wgs84), 116.41036949371029, 39.92133699351021);
        assertClose(
                Datum.BD09.toWgs84(new LonLat(116.41036949371029, 39.92133699351021)),
                wgs84.lon(),
                wgs84.lat());
    }

    @Property
    void comesBackToTheSamePlaceInChina(
            @ForAll @DoubleRange(min = 72.02, max = 137.82) double lon,
            @ForAll @DoubleRange(min = 0.84, max = 55.81) double lat) {
        LonLat p = new LonLat(lon, lat);
        for (Datum datum : Datum.values()) {
            assertClose(datum.toWgs84(datum.fromWgs84(p)), lon, lat);
            LonLat back = datum.toWgs84(p);
            assertClose(datum.fromWgs84(back), lon, lat);
        }
    }

    @Property
    void isWgs84OutsideOfChina(
            @ForAll @DoubleRange(min = -180, max = 72) double lon,
            @ForAll @DoubleRange(min = -90, max = 90) double lat) {
        LonLat p = new LonLat(lon, lat);
        assertThat(Datum.GCJ02.fromWgs84(p)).isEqualTo(p);
        assertThat(Datum.GCJ02.toWgs84(p)).isEqualTo(p);
    }

    @Test
    void movesAPointOfChengduByHundredsOfMetres() {
        LonLat tianfuSquare = new LonLat(104.0657, 30.6574);
        LonLat moved = Datum.GCJ02.toWgs84(tianfuSquare);
        double metresEast = (tianfuSquare.lon() - moved.lon()) * 95_800;
        double metresNorth = (tianfuSquare.lat() - moved.lat()) * 110_900;
        assertThat(Math.hypot(metresEast, metresNorth)).isBetween(300.0, 400.0);
    }

    @ParameterizedTest
    @CsvSource({"-180, -90", "180, 90", "-180, 90", "180, -90", "0, 0"})
    void answersAtTheRimOfTheWorld(double lon, double lat) {
        LonLat p = new LonLat(lon, lat);
        assertThat(Datum.BD09.toWgs84(p).lon()).isCloseTo(lon, within(0.1));
        assertThat(Datum.BD09.fromWgs84(p).lat()).isCloseTo(lat, within(0.1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Datum.class,
            names = {"WGS84", "CGCS2000"})
    void countsAsEqual(Datum datum) {
        LonLat p = new LonLat(103.5, 30.2);
        assertThat(datum.toWgs84(p)).isSameAs(p);
        assertThat(datum.fromWgs84(p)).isSameAs(p);
    }

    @Test
    void isFoundByItsLowerCaseName() {
        assertThat(Datum.of("wgs84")).contains(Datum.WGS84);
        assertThat(Datum.of("cgcs2000")).contains(Datum.CGCS2000);
        assertThat(Datum.of("gcj02")).contains(Datum.GCJ02);
        assertThat(Datum.of("bd09")).contains(Datum.BD09);
        assertThat(Datum.of("GCJ02")).isEmpty();
        assertThat(Datum.of("beijing54")).isEmpty();
    }

    private static void assertClose(LonLat p, double lon, double lat) {
        assertThat(p.lon()).isCloseTo(lon, within(TENTH_OF_A_MILLIMETRE));
        assertThat(p.lat()).isCloseTo(lat, within(TENTH_OF_A_MILLIMETRE));
    }
}
