package org.weiwang.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.RandomGrids.Place;

/** Random grids, and points on, beside and away from their edges. */
class GridIndexPropertyTest {
    private static final int POINTS = 300;

    @Property(tries = 100)
    void aPartitionOfASquare(
            @ForAll Place place, @ForAll @IntRange(min = 1, max = 10) int size, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Grid> grids = RandomGrids.partition(place, size, random);
        check(grids, place, RandomGrids.SPACING * size, random);
    }

    @Property(tries = 100)
    void gridsThatOverlap(
            @ForAll Place place,
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        check(RandomGrids.stars(place, count, random), place, RandomGrids.EXTENT, random);
    }

    private static void check(List<Grid> grids, Place place, int extent, SplittableRandom random) {
        List<LonLat> plain = new ArrayList<>();
        List<LonLat> beside = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            plain.add(lonLat(place.at(halves(extent, random), halves(extent, random))));
            LonLat on = onAnEdge(grids.get(random.nextInt(grids.size())), random);
            plain.add(on);
            beside.add(oneStepBeside(on, random));
        }
        assertThat(GridIndexTest.locate(grids, plain)).isEqualTo(JtsLocator.locate(grids, plain));
        plain.addAll(beside);
        assertThat(GridIndexTest.locate(grids, plain))
                .isEqualTo(new ExactLocator().locate(grids, plain));
    }

    /** A number of halves from −1 to one more than the extent. */
    private static double halves(int extent, SplittableRandom random) {
        return random.nextInt(-2, 2 * extent + 3) / 2.0;
    }

    /** A vertex or the middle of an edge, rounded. */
    private static LonLat onAnEdge(Grid grid, SplittableRandom random) {
        Coordinate[] ends = grid.geometry().getCoordinates();
        Coordinate one = ends[random.nextInt(ends.length - 1)];
        int next = random.nextInt(ends.length - 1);
        Coordinate a = ends[next];
        Coordinate b = ends[next + 1];
        return random.nextBoolean() ? lonLat(one) : new LonLat((a.x + b.x) / 2, (a.y + b.y) / 2);
    }

    private static LonLat oneStepBeside(LonLat on, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new LonLat(Math.nextUp(on.lon()), on.lat());
            case 1 -> new LonLat(Math.nextDown(on.lon()), on.lat());
            case 2 -> new LonLat(on.lon(), Math.nextUp(on.lat()));
            default -> new LonLat(on.lon(), Math.nextDown(on.lat()));
        };
    }

    private static LonLat lonLat(Coordinate at) {
        return new LonLat(at.x, at.y);
    }
}
