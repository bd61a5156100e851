package org.weiwang.circle.siting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SitingTest {
    private static final int[] TEN = {10, 10, 10, 10};

    @Property(tries = 2000)
    void isAsGoodAsItSaysAndNoBetterThanTheBound(@ForAll long seed) {
        Scene scene = Scene.random(seed);
        Choice choice = scene.solve();
        long best = scene.best();
        assertThat(choice.bound()).isGreaterThanOrEqualTo(best);
        assertThat((double) choice.gain()).isBetween(0.99 * best, (double) best);
        int set = 0;
        long before = 0;
        for (Choice.Site site : choice.sites()) {
            assertThat(set >> site.candidate() & 1).isZero();
            set |= 1 << site.candidate();
            assertThat(site.gain()).isPositive().isEqualTo(scene.served(set) - before);
            before += site.gain();
        }
        assertThat(choice.gain()).isEqualTo(before);
        assertThat(choice.sites()).hasSizeLessThanOrEqualTo(scene.sites());
        assertThat(choice.ratio()).isBetween(0.0, 1.0);
        assertThat(choice.complete()).isTrue();
    }

    /** Cut off anywhere, from before the beginning on. */
    @Property(tries = 2000)
    void whatIsFoundBeforeTheDeadlineIsServedAndBelowTheBound(
            @ForAll long seed, @ForAll @IntRange(max = 500) int micros) {
        Scene scene = Scene.random(seed);
        Choice choice = scene.solve(Deadline.in(Duration.ofNanos(1_000L * micros)));
        if (choice.complete()) {
            assertThat(choice).isEqualTo(scene.solve());
            return;
        }
        assertThat(choice.bound()).isGreaterThanOrEqualTo(scene.best());
        assertThat(choice.gain())
                .isEqualTo(choice.sites().stream().mapToLong(Choice.Site::gain).sum())
                .isLessThanOrEqualTo(scene.served(set(choice)));
        assertThat(choice.sites()).hasSizeLessThanOrEqualTo(scene.sites());
        assertThat(choice.sites())
                .isSortedAccordingTo(Comparator.comparingLong(Choice.Site::gain).reversed())
                .allMatch(site -> site.gain() > 0)
                .extracting(Choice.Site::candidate)
                .doesNotHaveDuplicates();
    }

    @Example
    void aDeadlineEndsWhatTakesLong() {
        Scene scene = Scene.near(500, 4_000, 0.1, 20, OptionalInt.empty(), new SplittableRandom(1));
        long start = System.nanoTime();
        Choice whole = scene.solve();
        long time = System.nanoTime() - start;
        start = System.nanoTime();
        Choice cut = scene.solve(Deadline.in(Duration.ofNanos(time / 100)));
        assertThat(System.nanoTime() - start).isLessThan(time / 4);
        assertThat(whole.complete()).isTrue();
        assertThat(cut.complete()).isFalse();
        assertThat(cut.sites()).hasSize(20);
        assertThat(cut.gain()).isBetween(whole.gain() / 2, whole.gain());
        assertThat(cut.bound())
                .isBetween(whole.gain(), Arrays.stream(scene.households()).asLongStream().sum());
    }

    private static int set(Choice choice) {
        return choice.sites().stream()
                .mapToInt(site -> 1 << site.candidate())
                .reduce(0, (a, b) -> a | b);
    }

    @Property(tries = 300)
    void eachSiteAddsNoMoreThanTheOneBefore(@ForAll long seed) {
        List<Choice.Site> sites = Scene.random(seed).solve().sites();
        IntStream.range(1, sites.size())
                .forEach(
                        i ->
                                assertThat(sites.get(i).gain())
                                        .isLessThanOrEqualTo(sites.get(i - 1).gain()));
    }

    @Property(tries = 20)
    void largerQuestionsHaveTheSameAnswerEachTime(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        OptionalInt capacity = random.nextBoolean() ? OptionalInt.of(300) : OptionalInt.empty();
        Scene scene = Scene.near(200, 500, 0.1, 8, capacity, random);
        Choice choice = scene.solve();
        assertThat(scene.solve()).isEqualTo(choice);
        assertThat(choice.ratio()).isBetween(0.9, 1.0);
    }

    /** Greedily the one in the middle comes first, and leaves one home at either side. */
    @Example
    void movesSitesWhereTheFirstChoiceWasNotTheBest() {
        int[][] homesOf = {{0, 1}, {1, 2}, {2, 3}};
        Choice choice =
                Siting.solve(
                        new Coverage(4, homesOf),
                        new int[] {10, 11, 11, 10},
                        2,
                        OptionalInt.empty());
        assertThat(choice.sites()).containsExactly(new Choice.Site(0, 21), new Choice.Site(2, 21));
        assertThat(choice.gain()).isEqualTo(42);
        assertThat(choice.bound()).isEqualTo(42);
        assertThat(choice.ratio()).isEqualTo(1);
    }

    /** What the second site serves it takes from the first, which serves others instead. */
    @Example
    void aFullSiteMakesRoomForOthers() {
        int[][] homesOf = {{0, 1, 2}, {0}, {3}};
        Choice choice =
                Siting.solve(
                        new Coverage(4, homesOf), new int[] {9, 9, 9, 5}, 2, OptionalInt.of(15));
        assertThat(choice.sites()).containsExactly(new Choice.Site(0, 15), new Choice.Site(1, 9));
        assertThat(choice.bound()).isEqualTo(24);
    }

    @Example
    void doesNotNameSitesThatServeNobody() {
        int[][] homesOf = {{0, 1}, {1}, {}};
        Choice choice =
                Siting.solve(new Coverage(2, homesOf), new int[] {3, 4}, 3, OptionalInt.empty());
        assertThat(choice).isEqualTo(new Choice(List.of(new Choice.Site(0, 7)), 7, 7, true));
        Choice nobody = Siting.solve(new Coverage(2, homesOf), new int[2], 1, OptionalInt.of(5));
        assertThat(nobody).isEqualTo(new Choice(List.of(), 0, 0, true));
        assertThat(nobody.ratio()).isEqualTo(1);
    }

    @Example
    void countsBeyondWhatAnIntHolds() {
        int[] many = {2_000_000_000, 2_000_000_000};
        Coverage coverage = new Coverage(2, new int[][] {{0, 1}});
        assertThat(Siting.solve(coverage, many, 1, OptionalInt.empty()))
                .isEqualTo(
                        new Choice(
                                List.of(new Choice.Site(0, 4_000_000_000L)),
                                4_000_000_000L,
                                4_000_000_000L,
                                true));
    }

    @Example
    void refusesWhatCannotBeSited() {
        Coverage coverage = new Coverage(4, new int[][] {{0, 1}, {2, 3}});
        OptionalInt any = OptionalInt.empty();
        assertThatThrownBy(() -> Siting.solve(new Coverage(4, new int[0][]), TEN, 1, any))
                .isInstanceOf(SitingException.class)
                .hasMessage("There are no candidates to choose from");
        assertThatThrownBy(() -> Siting.solve(coverage, TEN, 0, any))
                .isInstanceOf(SitingException.class)
                .hasMessage("Of 2 candidates from 1 to 2 sites can be chosen, not 0");
        assertThatThrownBy(() -> Siting.solve(coverage, TEN, 3, any))
                .isInstanceOf(SitingException.class)
                .hasMessageContaining("not 3");
        assertThatThrownBy(() -> Siting.solve(coverage, TEN, 1, OptionalInt.of(0)))
                .isInstanceOf(SitingException.class)
                .hasMessage("A site's capacity must be a household or more, not 0");
        assertThatThrownBy(() -> Siting.solve(coverage, new int[3], 1, any))
                .hasMessage("4 homes, but the households of 3");
        assertThatThrownBy(() -> Siting.solve(coverage, new int[] {1, 1, 1, -1}, 1, any))
                .hasMessage("a home has less than no households");
        assertThatThrownBy(() -> new Coverage(4, new int[][] {{0}, {2, 2}}))
                .hasMessage("candidate 1 covers home 2 after 2, of 4 homes");
        assertThatThrownBy(() -> new Coverage(4, new int[][] {{4}}))
                .hasMessage("candidate 0 covers home 4 after -1, of 4 homes");
    }
}
