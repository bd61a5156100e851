package org.weiwang.circle.siting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScatteredBlocksTest {
    private static IntStream all(int length, int block) {
        ScatteredBlocks blocks = new ScatteredBlocks(length, block);
        return IntStream.generate(blocks::next).takeWhile(begin -> begin < length);
    }

    @Property
    void eachBlockComesOnce(
            @ForAll @IntRange(max = 3_000) int length, @ForAll @IntRange(min = 1, max = 70) int b) {
        assertThat(all(length, b))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, length)
                                .filter(begin -> begin % b == 0)
                                .boxed()
                                .toList());
    }

    @Example
    void theFirstLieEverywhere() {
        assertThat(all(800, 100)).startsWith(0, 400, 200, 600);
    }

    @Example
    void thereAreNoneOfNothing() {
        ScatteredBlocks none = new ScatteredBlocks(0, 64);
        assertThat(none.next()).isZero();
        assertThat(none.next()).isZero();
    }
}
