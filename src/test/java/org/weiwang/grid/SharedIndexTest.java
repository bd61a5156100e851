package org.weiwang.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.grid.Grids.grid;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * When the sets of a district's editions share an index: 40 grids in a row, of which some change.
 */
class SharedIndexTest {
    private static final District DISTRICT = new District("510999", "试验区");
    private static final int COUNT = 40;

    private final GridSet first = set(row(COUNT, 0), null);

    /** Grids of one degree each, the first ones of them half as high. */
    private static List<Grid> row(int count, int lower) {
        return IntStream.range(0, count)
                .mapToObj(i -> square("%02d".formatted(i), i, i < lower ? 0.5 : 1))
                .toList();
    }

    private static Grid square(String code, int west, double height) {
        return grid(
                code,
                "POLYGON((%1$d 0,%2$d 0,%2$d %3$s,%1$d %3$s,%1$d 0))"
                        .formatted(west, west + 1, height));
    }

    private static GridSet set(List<Grid> grids, GridSet former) {
        return new GridSet(DISTRICT, List.of(), grids, former);
    }

    private static boolean isShared(GridSet one, GridSet other) {
        return one.index(Level.MICRO).sharesWith(other.index(Level.MICRO));
    }

    private static String at(GridSet set, double lon) {
        Hit hit = set.locate(Level.MICRO, lon, 0.75);
        return hit == null ? null : hit.member().code();
    }

    @Test
    void whereFewChangeAndNotWhereManyDo() {
        assertThat(isShared(set(row(COUNT, 1), first), first)).isTrue();
        assertThat(isShared(set(row(COUNT, 11), first), first)).isFalse();
    }

    @Test
    void whereFewAreGoneAndNotWhereManyAre() {
        assertThat(isShared(set(row(32, 0), first), first)).isTrue();
        assertThat(isShared(set(row(31, 0), first), first)).isFalse();
    }

    @Test
    void notWhereAllAreGone() {
        GridSet none = set(List.of(), first);
        assertThat(isShared(none, first)).isFalse();
        assertThat(at(none, 5.5)).isNull();
        assertThat(at(set(row(COUNT, 0), none), 5.5)).isEqualTo("05");
    }

    @Test
    void overThreeEditions() {
        GridSet second = set(row(COUNT, 3), first);
        GridSet third = set(row(COUNT, 1), second);
        assertThat(isShared(second, first)).isTrue();
        assertThat(isShared(third, first)).isTrue();
        assertThat(List.of(at(first, 0.5), at(first, 1.5))).containsExactly("00", "01");
        assertThat(at(second, 1.5)).isNull();
        assertThat(at(third, 0.5)).isNull();
        assertThat(List.of(at(third, 1.5), at(third, 3.5))).containsExactly("01", "03");
    }

    /** Each edition differs from the one before in four grids and a neighbour of theirs. */
    @Test
    void untilWhatChangesOverSeveralEditionsIsMuch() {
        GridSet second = set(row(COUNT, 4), first);
        GridSet third = set(row(COUNT, 8), second);
        GridSet fourth = set(row(COUNT, 12), third);
        assertThat(isShared(third, first)).isTrue();
        assertThat(isShared(fourth, third)).isFalse();
        assertThat(isShared(set(row(COUNT, 16), fourth), fourth)).isTrue();
    }
}
