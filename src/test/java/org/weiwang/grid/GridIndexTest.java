package org.weiwang.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.grid.Grids.grid;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.weiwang.geo.LonLat;

class GridIndexTest extends GridLocatorBehaviour {
    GridIndexTest() {
        super(GridIndexTest::locate);
    }

    static List<Covering> locate(List<Grid> grids, List<LonLat> points) {
        GridIndex index = new GridIndex(grids);
        List<Covering> coverings = new ArrayList<>();
        points.forEach(point -> coverings.add(locate(index, point)));
        return coverings;
    }

    private static Covering locate(GridIndex index, LonLat point) {
        int found = index.find(point.lon(), point.lat());
        return found == GridIndex.NONE
                ? null
                : new Covering(index.grid(found >> 1), (found & 1) == 1);
    }

    @Test
    void theNumberFoundNamesGridAndBoundary() {
        GridIndex index =
                new GridIndex(
                        List.of(
                                grid("b", "POLYGON((0 0,1 0,1 1,0 1,0 0))"),
                                grid("a", "POLYGON((1 0,2 0,2 1,1 1,1 0))")));
        assertThat(index.find(0.5, 0.5)).isEqualTo(2);
        assertThat(index.find(0, 0.5)).isEqualTo(3);
        assertThat(index.find(1, 0.5)).isEqualTo(1);
        assertThat(index.grid(1).code()).isEqualTo("b");
    }

    @Test
    void whatIsNoPlaceIsInNoGrid() {
        GridIndex index = new GridIndex(List.of(grid("a", "POLYGON((-1 -1,1 -1,1 1,-1 1,-1 -1))")));
        assertThat(index.find(0, 0)).isZero();
        for (double no : new double[] {Double.NaN, 1 / 0.0, -1 / 0.0, Double.MAX_VALUE, -1e300}) {
            assertThat(index.find(no, 0)).isEqualTo(GridIndex.NONE);
            assertThat(index.find(0, no)).isEqualTo(GridIndex.NONE);
            assertThat(new GridIndex(List.of()).find(no, no)).isEqualTo(GridIndex.NONE);
        }
    }

    @Test
    void moreGridsMayMeetThanABlockHolds() {
        List<Grid> fan = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            fan.add(
                    grid(
                            "f%03d".formatted(99 - i),
                            "POLYGON((0 0,1000 %d,1000 %d,0 0))".formatted(i, i + 1)));
        }
        GridIndex index = new GridIndex(fan);
        assertThat(locate(index, new LonLat(0, 0))).isEqualTo(new Covering(fan.get(99), true));
        for (int i = 0; i < 100; i++) {
            LonLat near = new LonLat(0x1p-20, (i + 0.5) / 1000 * 0x1p-20);
            assertThat(locate(index, near)).isEqualTo(new Covering(fan.get(i), false));
        }
    }

    @Test
    void aGridWithoutAreaIsItsBoundary() {
        Grid point = grid("p", "POLYGON((104 30,104 30,104 30,104 30))");
        Grid line = grid("l", "POLYGON((104 30,105 30,105 30,104 30))");
        GridIndex index = new GridIndex(List.of(point));
        assertThat(locate(index, new LonLat(104, 30))).isEqualTo(new Covering(point, true));
        assertThat(locate(index, new LonLat(104, Math.nextUp(30.0)))).isNull();
        GridIndex lines = new GridIndex(List.of(line));
        assertThat(locate(lines, new LonLat(104.3, 30))).isEqualTo(new Covering(line, true));
        assertThat(locate(lines, new LonLat(104.3, Math.nextDown(30.0)))).isNull();
    }

    @Test
    void aGridCoversWhatOverlappingPartsOfItCover() {
        Grid parts = grid("p", "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((2 0,6 0,6 4,2 4,2 0)))");
        GridIndex index = new GridIndex(List.of(parts));
        assertThat(locate(index, new LonLat(3, 1))).isEqualTo(new Covering(parts, false));
        assertThat(locate(index, new LonLat(5, 1))).isEqualTo(new Covering(parts, false));
        assertThat(locate(index, new LonLat(7, 1))).isNull();
    }
}
