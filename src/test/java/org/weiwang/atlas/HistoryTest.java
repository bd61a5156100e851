package org.weiwang.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weiwang.edition.Edition;

class HistoryTest {
    private static final Instant T1 = Instant.parse("2023-01-01T00:00:00Z");
    private static final Instant T2 = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant T3 = Instant.parse("2025-01-01T00:00:00Z");

    private final Edition east1 = new Edition("510002", 1);
    private final Edition west1 = new Edition("510001", 1);
    private final Edition west2 = new Edition("510001", 2);

    /** The east publishes once; the west rolls back at T3, after a change of mind. */
    private final History history =
            new History(
                    new UUID(0, 1),
                    List.of(
                            new History.Entry(east1, T1),
                            new History.Entry(west1, T1),
                            new History.Entry(west2, T2),
                            new History.Entry(west2, T3),
                            new History.Entry(west1, T3)));

    @Test
    void atAMomentTheLatestPublicationOfEachDistrictCounts() {
        assertThat(history.at(T1.minusNanos(1))).isEmpty();
        assertThat(history.at(T1)).containsExactly(west1, east1);
        assertThat(history.at(T2.minusNanos(1))).containsExactly(west1, east1);
        assertThat(history.at(T2)).containsExactly(west2, east1);
        assertThat(history.at(T3)).containsExactly(west1, east1);
    }

    @Test
    void aChangeIsAfterTheOneMomentAndNotAfterTheOther() {
        assertThat(history.changes(T2, T3)).isTrue();
        assertThat(history.changes(T2, T3.minusNanos(1))).isFalse();
        assertThat(history.changes(T3, Instant.MAX)).isFalse();
    }

    @Test
    void editionsAreKnownByTheirIdFromTheirPublicationOn() {
        assertThat(history.edition("510001-2", T2)).contains(west2);
        assertThat(history.edition("510001-2", T2.minusNanos(1))).isEmpty();
        assertThat(history.edition("510001-1", T3)).contains(west1);
        assertThat(history.edition("510001-3", Instant.MAX)).isEmpty();
    }

    /** The east has none before T1, and from then on always. */
    @Test
    void aTimeEndsWithWhatIsInForceAtItsEnd() {
        for (Instant end : List.of(T1, T2.minusNanos(1), T2, T3, Instant.MAX)) {
            assertThat(history.at(end)).hasSize(2).contains(east1);
        }
        assertThat(history.at(Instant.MIN)).isEmpty();
        assertThat(history.at(Instant.MAX)).isEqualTo(history.at(T3));
    }

    @Test
    void theCityBeginsWithTheFirstEdition() {
        assertThat(history.beginning(T3)).contains(T1);
        assertThat(history.beginning(T1)).contains(T1);
        assertThat(history.beginning(T1.minusNanos(1))).isEmpty();
        assertThat(new History(new UUID(0, 1), List.of()).beginning(Instant.MAX)).isEmpty();
    }
}
