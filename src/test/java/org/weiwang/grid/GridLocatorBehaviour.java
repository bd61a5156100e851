package org.weiwang.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.grid.Grids.grid;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weiwang.geo.LonLat;

/** What is asked of {@link GridIndex} and of whatever it is compared with. */
abstract class GridLocatorBehaviour {
    private static final Grid WEST = grid("b", "POLYGON((0 0,1 0,1 1,0 1,0 0))");
    private static final Grid EAST = grid("a", "POLYGON((1 0,2 0,2 1,1 1,1 0))");
    private static final List<Grid> PAIR = List.of(WEST, EAST);
    private static final Grid RING =
            grid("m", "POLYGON((0 0,9 0,9 9,0 9,0 0),(3 3,3 6,6 6,6 3,3 3))");

    private final GridLocator locator;

    GridLocatorBehaviour(GridLocator locator) {
        this.locator = locator;
    }

    private Covering locate(List<Grid> grids, double lon, double lat) throws Exception {
        return locator.locate(grids, List.of(new LonLat(lon, lat))).get(0);
    }

    private static Covering inside(Grid grid) {
        return new Covering(grid, false);
    }

    private static Covering onBoundary(Grid grid) {
        return new Covering(grid, true);
    }

    @Test
    void aPointInsideHasItsGrid() throws Exception {
        assertThat(locate(PAIR, 0.5, 0.5)).isEqualTo(inside(WEST));
        assertThat(locate(PAIR, 1.5, 0.5)).isEqualTo(inside(EAST));
    }

    @Test
    void onASharedEdgeOrVertexTheSmallerCodeAnswers() throws Exception {
        assertThat(locate(PAIR, 1, 0.5)).isEqualTo(onBoundary(EAST));
        assertThat(locate(PAIR, 1, 1)).isEqualTo(onBoundary(EAST));
        assertThat(locate(PAIR, 1, 0)).isEqualTo(onBoundary(EAST));
    }

    @Test
    void theOuterBoundaryBelongsToTheGrid() throws Exception {
        assertThat(locate(PAIR, 0, 0.5)).isEqualTo(onBoundary(WEST));
        assertThat(locate(PAIR, 0.5, 1)).isEqualTo(onBoundary(WEST));
        assertThat(locate(PAIR, 0.5, 0)).isEqualTo(onBoundary(WEST));
        assertThat(locate(PAIR, 2, 0)).isEqualTo(onBoundary(EAST));
        assertThat(locate(PAIR, -0.0, -0.0)).isEqualTo(onBoundary(WEST));
    }

    @Test
    void outsideIsAnAnswer() throws Exception {
        assertThat(locate(PAIR, Math.nextUp(2.0), 0.5)).isNull();
        assertThat(locate(PAIR, -Double.MIN_VALUE, 0.5)).isNull();
        assertThat(locate(PAIR, 0.5, -Double.MIN_VALUE)).isNull();
        assertThat(locate(PAIR, 0.5, Math.nextUp(1.0))).isNull();
        assertThat(locate(PAIR, -180, 90)).isNull();
        assertThat(locate(List.of(), 0, 0)).isNull();
    }

    @Test
    void aHoleIsOutsideAndItsBoundaryIsNot() throws Exception {
        assertThat(locate(List.of(RING), 4, 4)).isNull();
        assertThat(locate(List.of(RING), 3, 4)).isEqualTo(onBoundary(RING));
        assertThat(locate(List.of(RING), 6, 6)).isEqualTo(onBoundary(RING));
        assertThat(locate(List.of(RING), 2, 6)).isEqualTo(inside(RING));
    }

    @Test
    void anEnclaveFillsTheHole() throws Exception {
        Grid enclave = grid("n", "POLYGON((3 3,6 3,6 6,3 6,3 3))");
        assertThat(locate(List.of(enclave, RING), 4, 4)).isEqualTo(inside(enclave));
        assertThat(locate(List.of(enclave, RING), 3, 3)).isEqualTo(onBoundary(RING));
    }

    @Test
    void everyPartOfAGridCounts() throws Exception {
        Grid parts = grid("p", "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))");
        assertThat(locate(List.of(parts), 5.8, 5.2)).isEqualTo(inside(parts));
        assertThat(locate(List.of(parts), 0.8, 0.2)).isEqualTo(inside(parts));
        assertThat(locate(List.of(parts), 3, 3)).isNull();
    }

    @Test
    void anIslandInAHoleIsOfItsGrid() throws Exception {
        Grid island =
                grid(
                        "i",
                        "MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(1 1,1 8,8 8,8 1,1 1)),"
                                + "((3 3,6 3,6 6,3 6,3 3)))");
        assertThat(locate(List.of(island), 4, 5)).isEqualTo(inside(island));
        assertThat(locate(List.of(island), 6, 5)).isEqualTo(onBoundary(island));
        assertThat(locate(List.of(island), 2, 5)).isNull();
        assertThat(locate(List.of(island), 8, 5)).isEqualTo(onBoundary(island));
    }

    @Test
    void aGridMayTouchItselfAtAPoint() throws Exception {
        Grid hole = grid("h", "POLYGON((0 0,4 0,8 0,8 8,0 8,0 0),(4 0,2 4,6 4,4 0))");
        assertThat(locate(List.of(hole), 4, 0)).isEqualTo(onBoundary(hole));
        assertThat(locate(List.of(hole), 4, 2)).isNull();
        assertThat(locate(List.of(hole), 1, 4)).isEqualTo(inside(hole));
        assertThat(locate(List.of(hole), 7, 4)).isEqualTo(inside(hole));
        Grid bow = grid("w", "MULTIPOLYGON(((0 0,2 0,1 1,0 0)),((1 1,2 2,0 2,1 1)))");
        assertThat(locate(List.of(bow), 1, 1)).isEqualTo(onBoundary(bow));
        assertThat(locate(List.of(bow), 0.5, 1)).isNull();
        assertThat(locate(List.of(bow), 1, 1.5)).isEqualTo(inside(bow));
    }

    @Test
    void whereGridsOverlapTheSmallestCodeAnswers() throws Exception {
        // As bytes "B" comes before "b".
        Grid over = grid("B", "POLYGON((0.25 0.25,0.75 0.25,0.75 0.75,0.25 0.75,0.25 0.25))");
        assertThat(locate(List.of(WEST, over), 0.5, 0.5)).isEqualTo(inside(over));
        assertThat(locate(List.of(WEST, over), 0.25, 0.5)).isEqualTo(onBoundary(over));
        Grid under = grid("c", "POLYGON((0.25 0.25,0.75 0.25,0.75 0.75,0.25 0.75,0.25 0.25))");
        assertThat(locate(List.of(WEST, under), 0.25, 0.5)).isEqualTo(inside(WEST));
    }

    @Test
    void ofDuplicatesTheFirstAnswers() throws Exception {
        Grid twin = grid("0", "POLYGON((1 1,0 1,0 0,1 0,1 1))");
        assertThat(locate(List.of(WEST, twin), 0.5, 0.5)).isEqualTo(inside(twin));
        assertThat(locate(List.of(WEST, twin), 1, 0.5)).isEqualTo(onBoundary(twin));
    }

    @Test
    void edgesMayBeAsLongAsTheWorld() throws Exception {
        Grid south = grid("s", "POLYGON((-180 -90,180 -90,180 90,-180 -90))");
        Grid north = grid("n", "POLYGON((-180 -90,180 90,-180 90,-180 -90))");
        Grid small = grid("x", "POLYGON((104 30,105 30,105 31,104 30))");
        List<Grid> world = List.of(south, north, small);
        assertThat(locate(world, 100, 50)).isEqualTo(onBoundary(north));
        assertThat(locate(world, 100, 51)).isEqualTo(inside(north));
        assertThat(locate(world, 100, 49)).isEqualTo(inside(south));
        assertThat(locate(world, 104.5, 30.25)).isEqualTo(inside(south));
        assertThat(locate(world, 180, -90)).isEqualTo(onBoundary(south));
    }

    @Test
    void aSliverIsAGrid() throws Exception {
        Grid sliver = grid("s", "POLYGON((0 0,8 0,8 0.000001,0 0))");
        assertThat(locate(List.of(sliver), 4, 0.00000025)).isEqualTo(inside(sliver));
        assertThat(locate(List.of(sliver), 4, 0)).isEqualTo(onBoundary(sliver));
        assertThat(locate(List.of(sliver), 4, 0.00000075)).isNull();
    }
}
