package org.weiwang.circle.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.weiwang.circle.network.WalkNetwork;

class WalkCostsTest {
    private static final WalkNetwork NETWORK =
            RandomNetwork.of(10, 40, 1000, new SplittableRandom(1)).network();

    @Property
    void theLengthForACostIsTheLongestThatCostsNoMore(
            @ForAll @DoubleRange(min = 0.1, max = 10) double speed,
            @ForAll @IntRange(max = NearestSearch.HIGHEST_LIMIT) int cost) {
        WalkCosts costs = WalkCosts.time(NETWORK, new Profile(speed, true));
        long length = costs.lengthFor(cost);
        assertThat(costs.ofLength(length)).isLessThanOrEqualTo(cost);
        assertThat(costs.ofLength(length + 1)).isGreaterThan(cost);
    }

    @Example
    void countsTenthsOfASecondOrAMetre() {
        assertThat(WalkCosts.time(NETWORK, new Profile(1.2, true)).ofLength(1_080_000))
                .isEqualTo(9_000);
        assertThat(WalkCosts.distance(NETWORK, true).ofLength(1_080_049)).isEqualTo(10_800);
        assertThat(WalkCosts.distance(NETWORK, true).ofLength(1_080_050)).isEqualTo(10_801);
    }

    @Example
    void stepsAreBlockedForWhoTakesNone() {
        WalkCosts costs = WalkCosts.time(NETWORK, new Profile(0.7, false));
        for (int edge = 0; edge < NETWORK.edgeCount(); edge++) {
            assertThat(costs.of(edge) == WalkCosts.BLOCKED).isEqualTo(NETWORK.isSteps(edge));
        }
    }
}
