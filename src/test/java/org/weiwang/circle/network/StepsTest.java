package org.weiwang.circle.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
    /** The figures are those of PROJ's geod on WGS 84. */
    @ParameterizedTest
    @CsvSource({
        "104, 30.6, 104.04, 30.65, 6740.47833",
        "10, 59, 10.1, 59.07, 9683.55175",
        "-60, 0.5, -60.05, 0.45, 7845.04137",
        "170, -45, 170.02, -44.93, 7937.59055",
    })
    void isRightToAHundredThousandth(
            double lon, double lat, double otherLon, double otherLat, double metres) {
        double ours =
                Steps.metres(Steps.of(lon), Steps.of(lat), Steps.of(otherLon), Steps.of(otherLat));
        assertThat(ours).isCloseTo(metres, Percentage.withPercentage(0.001));
    }
}
