package org.weiwang.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weiwang.atlas.Readiness.State;
import org.weiwang.edition.Edition;

class ReadinessTest {
    private static final UUID HISTORY = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    /** Nothing is in force in it. */
    private final Atlas atlas = new Atlas(7, new History(HISTORY, List.of()), List.of());

    @Test
    void newerDataSetsMakeNoneBehindAndOtherEditionsDo() {
        assertThat(state(outlook(HISTORY, 7))).isEqualTo(State.READY);
        assertThat(state(outlook(HISTORY, 8))).isEqualTo(State.READY);
        assertThat(state(outlook(HISTORY, 8, new Edition("510999", 1)))).isEqualTo(State.BEHIND);
    }

    @Test
    void anAtlasThatIsNewerThanWhatWasSeenIsNotBehind() {
        assertThat(state(outlook(HISTORY, 6, new Edition("510999", 1)))).isEqualTo(State.READY);
    }

    @Test
    void theSameEditionsOfAnotherHistoryAreOthers() {
        assertThat(state(outlook(OTHER, 8))).isEqualTo(State.BEHIND);
        assertThat(state(outlook(OTHER, 7))).isEqualTo(State.BEHIND);
    }

    @Test
    void whatIsKnownToBeBehindIsSoWhileTheSourceIsAwayToo() {
        assertThat(state(outlook(HISTORY, 7), Instant.EPOCH)).isEqualTo(State.DEGRADED);
        assertThat(state(outlook(OTHER, 8), Instant.EPOCH)).isEqualTo(State.BEHIND);
    }

    private State state(Outlook seen) {
        return state(seen, null);
    }

    private State state(Outlook seen, Instant awaySince) {
        return Readiness.of(atlas, seen, awaySince).state();
    }

    private static Outlook outlook(UUID history, long version, Edition... editions) {
        return new Outlook(history, version, List.of(editions), List.of(), Optional.empty());
    }
}
