package org.weiwang.atlas.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureIdTest {
    /** Clients keep ids, so what they are must not change. FNV-1a of "a" is af63dc4c8601ec8c. */
    @Test
    void anIdIsAlwaysTheSame() {
        assertThat(FeatureId.of("a")).isEqualTo(0xaf63dc4c8601ec8cL >>> 11);
        assertThat(FeatureId.of("510131001001001001")).isBetween(1L, (1L << 53) - 1);
    }

    @Test
    void noTwoGridsOfACityHaveTheSame() {
        Set<Long> ids = new HashSet<>();
        int grids = 200_000;
        for (int i = 0; i < grids; i++) {
            ids.add(FeatureId.of("5101%02d%010d".formatted(i / 10_000, i)));
        }
        assertThat(ids).hasSize(grids);
    }
}
