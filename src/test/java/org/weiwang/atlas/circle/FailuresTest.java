package org.weiwang.atlas.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weiwang.circle.city.DataVersions;

class FailuresTest {
    private static final DataVersions FIRST = versions("510999-1");
    private static final DataVersions SECOND = versions("510999-2");

    private final Failures failures = new Failures();

    private static DataVersions versions(String edition) {
        return new DataVersions(
                new UUID(0, 1), List.of(edition), Map.of(), Map.of(), Map.of(), Map.of());
    }

    @Test
    void whatFailsOnceMayBeMadeYet() {
        failures.add(FIRST, false);
        assertThat(failures.isLeftAlone(FIRST)).isTrue();
        assertThat(failures.isGivenUp(FIRST)).isFalse();
        assertThat(failures.isLeftAlone(SECOND)).isFalse();
        failures.add(FIRST, false);
        assertThat(failures.isGivenUp(FIRST)).isTrue();
    }

    @Test
    void whatLastsIsGivenUpAtOnce() {
        failures.add(FIRST, true);
        assertThat(failures.isLeftAlone(FIRST)).isTrue();
        assertThat(failures.isGivenUp(FIRST)).isTrue();
    }

    @Test
    void whatNobodyWantsIsForgotten() {
        failures.add(FIRST, true);
        failures.add(SECOND, true);
        failures.retain(List.of(SECOND));
        assertThat(failures.isLeftAlone(FIRST)).isFalse();
        assertThat(failures.isGivenUp(FIRST)).isFalse();
        assertThat(failures.isGivenUp(SECOND)).isTrue();
    }
}
