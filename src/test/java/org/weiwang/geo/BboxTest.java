package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BboxTest {
    @ParameterizedTest
    @CsvSource({
        "10, 20, true",
        "15, 25, true",
        "20, 30, true",
        "9.9, 25, false",
        "20.1, 25, false",
        "15, 19.9, false",
        "15, 30.1, false"
    })
    void coversWhatIsInItAndOnItsEdge(double lon, double lat, boolean covered) {
        assertThat(new Bbox(10, 20, 20, 30).covers(new LonLat(lon, lat))).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "170, 0, true", "180, 0, true", "-180, 0, true", "-170, 0, true",
        "169, 0, false", "-169, 0, false", "0, 0, false", "175, 2, false"
    })
    void aBoxMayCrossTheAntimeridian(double lon, double lat, boolean covered) {
        assertThat(new Bbox(170, -1, -170, 1).covers(new LonLat(lon, lat))).isEqualTo(covered);
    }
}
