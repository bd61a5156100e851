package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void whoComesWhenAllAreTakenIsTurnedAway() throws Exception {
        Turns turns = new Turns(1, "ask again later");
        turns.take(
                () -> {
                    assertThatExceptionOfType(ProblemException.class)
                            .isThrownBy(() -> turns.take(() -> "never"))
                            .satisfies(e -> assertThat(e.problem().status()).isEqualTo(503))
                            .withMessage("ask again later");
                    return "done";
                });
        assertThat(turns.take(() -> "free again")).isEqualTo("free again");
    }

    @Test
    void aTurnEndsWithWhatIsThrown() throws Exception {
        Turns turns = new Turns(1, "ask again later");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () ->
                                turns.take(
                                        () -> {
                                            throw new IllegalStateException("failed");
                                        }));
        assertThat(turns.take(() -> "free again")).isEqualTo("free again");
    }
}
