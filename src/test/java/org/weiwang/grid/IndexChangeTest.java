package org.weiwang.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.grid.Grids.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.grid.RandomGrids.Place;

/** An index that shares another's memory, held against one that was built of the same grids. */
class IndexChangeTest {
    private static final int ANY = Integer.MAX_VALUE;
    private static final int SIZE = 8;
    private static final int POINTS = 100;

    private static final Grid WEST = grid("b", "POLYGON((0 0,1 0,1 1,0 1,0 0))");
    private static final Grid EAST = grid("a", "POLYGON((1 0,2 0,2 1,1 1,1 0))");
    private static final Grid FAR = grid("f", "POLYGON((8 8,9 8,9 9,8 9,8 8))");

    @Property(tries = 200)
    void aPartitionDrawnAnew(@ForAll Place place, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Grid> first = RandomGrids.partition(place, SIZE, random);
        List<Grid> other = RandomGrids.partition(place, SIZE, random);
        check(first, other, place, RandomGrids.SPACING * SIZE, random);
    }

    @Property(tries = 200)
    void gridsThatOverlap(
            @ForAll Place place,
            @ForAll @IntRange(min = 1, max = 30) int count,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Grid> first = RandomGrids.stars(place, count, random);
        List<Grid> other = RandomGrids.stars(place, count, random);
        check(first, other, place, RandomGrids.EXTENT, random);
    }

    /** Some of the one and some of the other, twice in a row. */
    private static void check(
            List<Grid> first, List<Grid> other, Place place, int extent, SplittableRandom random) {
        GridIndex shared = new GridIndex(first);
        for (int i = 0; i < 2; i++) {
            List<Grid> mixed = mixed(first, other, random);
            shared = GridIndex.of(mixed, shared, ANY);
            GridIndex built = new GridIndex(mixed);
            for (Coordinate point : points(first, other, place, extent, random)) {
                assertThat(shared.find(point.x, point.y))
                        .as("%s", point)
                        .isEqualTo(built.find(point.x, point.y));
            }
        }
    }

    /** Grids of the one list, some left out, some with an outline of the other, some added. */
    private static List<Grid> mixed(List<Grid> first, List<Grid> other, SplittableRandom random) {
        List<Grid> mixed = new ArrayList<>();
        for (Grid grid : first) {
            Grid another = other.get(random.nextInt(other.size()));
            int kind = random.nextInt(8);
            if (kind == 0) {
                mixed.add(grid(grid.code(), another.geometry()));
            } else if (kind == 1) {
                mixed.add(grid(grid.code() + "-1", another.geometry()));
                mixed.add(grid);
            } else if (kind > 2) {
                mixed.add(grid);
            }
        }
        return mixed;
    }

    private static List<Coordinate> points(
            List<Grid> first, List<Grid> other, Place place, int extent, SplittableRandom random) {
        List<Coordinate> points = new ArrayList<>();
        first.forEach(grid -> points.addAll(List.of(grid.geometry().getCoordinates())));
        other.forEach(grid -> points.addAll(List.of(grid.geometry().getCoordinates())));
        for (int i = 0; i < POINTS; i++) {
            points.add(place.at(random.nextInt(extent + 1), random.nextInt(extent + 1)));
        }
        return points;
    }

    @Test
    void ofWhatIsGoneTheNeighbourKeepsTheBoundary() {
        GridIndex index = GridIndex.of(List.of(WEST), new GridIndex(List.of(WEST, EAST)), ANY);
        assertThat(index.find(1, 0.5)).isEqualTo(1);
        assertThat(index.find(1.5, 0.5)).isEqualTo(GridIndex.NONE);
        assertThat(index.grid(0)).isSameAs(WEST);
    }

    @Test
    void whatIsNewAndNearCountsAndNothingElse() {
        List<Grid> before = List.of(WEST, EAST, FAR);
        List<Grid> after = List.of(grid("a", "POLYGON((1 0,3 0,3 1,1 1,1 0))"), WEST, FAR);
        assertThat(between(before, after, 1)).isEmpty();
        assertThat(between(before, after, 2)).isPresent();
        assertThat(between(after, after, 0)).isPresent();
    }

    @Test
    void whatIsGoneCounts() {
        List<Grid> before = List.of(WEST, EAST, FAR);
        assertThat(between(before, List.of(FAR), 1)).isEmpty();
        assertThat(between(before, List.of(FAR), 2)).isPresent();
        assertThat(between(before, List.of(), ANY)).isEmpty();
    }

    private static Optional<IndexChange> between(List<Grid> before, List<Grid> after, int most) {
        return IndexChange.between(sorted(before), sorted(after), most);
    }

    private static List<Grid> sorted(List<Grid> grids) {
        return grids.stream().sorted(Comparator.comparing(Grid::code)).toList();
    }
}
