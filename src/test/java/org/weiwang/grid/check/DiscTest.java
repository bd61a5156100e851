package org.weiwang.grid.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class DiscTest {
    /** A triangle: four times its area by the length of its edges; a ring: in its corners. */
    @ParameterizedTest(name = "{0}: {1} m")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a square       | 100   | POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))
                    a strip        | 0.5   | POLYGON ((0 0, 200 0, 200 0.5, 0 0.5, 0 0))
                    a narrow wedge | 0.2   | POLYGON ((0 0, 100 0, 40 0.2, 0 0))
                    a broad one    | 41.42 | POLYGON ((0 0, 100 0, 50 50, 0 0))
                    a ring         | 1.172 | POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (1 1, 99 1, 99 99, 1 99, 1 1))
                    a club         | 4     | POLYGON ((0 0, 900 0, 900 -2, 904 -2, 904 2, 900 2, 900 0.1, 0 0.1, 0 0))
                    a far strip    | 0.1   | POLYGON ((9966919 3687756, 9966969 3687756, 9966969 3687756.1, 9966919 3687756.1, 9966919 3687756))
                    """)
    void isAsWideAsTheGroundIsWhereItIsWidest(String what, double width, String wkt)
            throws Exception {
        Geometry ground = new WKTReader().read(wkt);

        Disc disc = Disc.in(ground);

        double least = ground.getArea() / ground.getLength();
        assertThat(disc.width()).isCloseTo(width, within(2 * 0.03 * least + 0.01 * width));
        assertThat(ground.covers(disc.centre())).isTrue();
        assertThat(disc.centre().distance(ground.getBoundary())).isGreaterThan(0.95 * width / 2);
        assertThat(new MaximumInscribedCircle(ground, 0.02 * least).getRadiusLine().getLength())
                .as("as others find it")
                .isCloseTo(width / 2, within(0.02 * width));
    }
}
