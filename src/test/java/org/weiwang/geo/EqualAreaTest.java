package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class EqualAreaTest {
    /** Surface of the WGS 84 ellipsoid, in square metres, as NIMA TR8350.2 gives it. */
    private static final double WORLD = 5.10065621724e14;

    private static Geometry box(double west, double south, double east, double north) {
        return Wgs84.FACTORY.toGeometry(new Envelope(west, east, south, north));
    }

    @Test
    void theWorldIsAsLargeAsItIs() {
        assertThat(EqualArea.squareMetres(box(-180, -90, 180, 90))).isCloseTo(WORLD, within(1e6));
        assertThat(EqualArea.squareMetres(box(-180, 0, 0, 90))).isCloseTo(WORLD / 4, within(1e6));
    }

    /** Each with a standard parallel of its own. */
    @Test
    void whatIsCutInBandsIsAsLargeAsTheWhole() {
        double bands = 0;
        for (int south = -90; south < 90; south++) {
            bands += EqualArea.squareMetres(box(0, south, 1, south + 1));
        }
        assertThat(bands).isCloseTo(WORLD / 360, within(10.0));
    }

    /** By the radii of curvature of the ellipsoid. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 60})
    void lengthsAreTrueWhereItIsCentred(double lat) {
        double step = 0.001;
        double e2 = 0.00669437999014;
        double sine = Math.sin(Math.toRadians(lat));
        double meridianRadius = 6_378_137 * (1 - e2) / Math.pow(1 - e2 * sine * sine, 1.5);
        double parallelRadius =
                6_378_137 * Math.cos(Math.toRadians(lat)) / Math.sqrt(1 - e2 * sine * sine);
        double expected = 2 * Math.toRadians(step) * (meridianRadius + parallelRadius);
        Geometry box = box(103, lat - step / 2, 103 + step, lat + step / 2);
        assertThat(EqualArea.plane(box).getLength()).isCloseTo(expected, within(1e-4));
    }

    /** A nanodegree is a tenth of a millimetre. */
    @ParameterizedTest
    @ValueSource(doubles = {-89, -45, 0, 30.5, 60, 89})
    void whatIsProjectedComesBack(double lat) {
        Geometry box = box(103, lat - 0.5, 104.5, lat + 0.5);
        EqualArea plane = EqualArea.around(box);
        Geometry back = plane.unproject(plane.project(box));
        assertThat(back.equalsExact(box, 1e-11)).isTrue();
    }
}
