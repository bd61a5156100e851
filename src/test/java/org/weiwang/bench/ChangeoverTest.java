package org.weiwang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weiwang.bench.LookupLoad.Answer;

class ChangeoverTest {
    private static final Answer FORMER = new Answer(0, 0, 10, "510999-1");
    private static final Answer NEW = new Answer(10, 10, 20, "510999-2");

    @Test
    void aQuestionSentBeforeTheNewEditionWasNamedMayHaveTheFormerOne() {
        assertThat(relapses(new Answer(15, 19, 30, "510999-1"))).isZero();
    }

    @Test
    void aQuestionSentAfterThatIsARelapseHoweverEarlyItWasDue() {
        assertThat(relapses(new Answer(5, 21, 30, "510999-1"))).isEqualTo(1);
        assertThat(relapses(new Answer(25, 25, 30, "510999-1"))).isEqualTo(1);
    }

    @Test
    void otherDistrictsHaveTheirOwnEditions() {
        assertThat(relapses(new Answer(25, 25, 30, "510888-1"))).isZero();
    }

    private static long relapses(Answer last) {
        return new Changeover(List.of(FORMER, NEW, last), List.of("510999-2")).relapses();
    }
}
