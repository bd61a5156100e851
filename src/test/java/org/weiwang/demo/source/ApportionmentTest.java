package org.weiwang.demo.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ApportionmentTest {
    @Test
    void followsTheWeights() {
        assertThat(Apportionment.of(10, new double[] {1, 2, 7}, 0)).containsExactly(1, 2, 7);
    }

    @Test
    void givesEachTheMinimumFirst() {
        assertThat(Apportionment.of(5, new double[] {100, 0, 0}, 1)).containsExactly(3, 1, 1);
    }

    @Test
    void refusesATotalBelowTheMinimum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Apportionment.of(5, new double[] {1, 1, 1}, 2));
    }

    @Property(tries = 200)
    void addsUp(
            @ForAll @IntRange(max = 500) int total,
            @ForAll @Size(min = 1, max = 20) double @DoubleRange(min = 0, max = 1e3) [] weights) {
        int[] shares = Apportionment.of(total, weights, 0);
        assertThat(Arrays.stream(shares).sum()).isEqualTo(total);
        assertThat(Arrays.stream(shares)).allMatch(share -> share >= 0);
    }
}
