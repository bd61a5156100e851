package org.weiwang.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;

class GridIndexTest {
    private static final Grid WEST = grid("b", "POLYGON((0 0,1 0,1 1,0 1,0 0))");
    private static final Grid EAST = grid("a", "POLYGON((1 0,2 0,2 1,1 1,1 0))");

    private final GridIndex pair = new GridIndex(List.of(WEST, EAST));

    @Test
    void aPointInsideHasItsGrid() {
        assertThat(pair.locate(new LonLat(0.5, 0.5))).contains(new Covering(WEST, false));
    }

    @Test
    void onASharedEdgeOrVertexTheSmallerCodeAnswers() {
        assertThat(pair.locate(new LonLat(1, 0.5))).contains(new Covering(EAST, true));
        assertThat(pair.locate(new LonLat(1, 1))).contains(new Covering(EAST, true));
    }

    @Test
    void theOuterBoundaryBelongsToTheGrid() {
        assertThat(pair.locate(new LonLat(0, 0.5))).contains(new Covering(WEST, true));
        assertThat(pair.locate(new LonLat(2, 0))).contains(new Covering(EAST, true));
    }

    @Test
    void outsideIsAnAnswer() {
        assertThat(pair.locate(new LonLat(2.0000001, 0.5))).isEmpty();
        assertThat(new GridIndex(List.of()).locate(new LonLat(0, 0))).isEmpty();
    }

    @Test
    void aHoleIsOutsideAndItsBoundaryIsNot() {
        Grid ring = grid("m", "POLYGON((0 0,9 0,9 9,0 9,0 0),(3 3,3 6,6 6,6 3,3 3))");
        Grid enclave = grid("n", "POLYGON((3 3,6 3,6 6,3 6,3 3))");
        GridIndex withHole = new GridIndex(List.of(ring));
        assertThat(withHole.locate(new LonLat(4, 4))).isEmpty();
        assertThat(withHole.locate(new LonLat(3, 4))).contains(new Covering(ring, true));
        GridIndex filled = new GridIndex(List.of(enclave, ring));
        assertThat(filled.locate(new LonLat(4, 4))).contains(new Covering(enclave, false));
        assertThat(filled.locate(new LonLat(3, 3))).contains(new Covering(ring, true));
    }

    @Test
    void everyPartOfAGridCounts() {
        Grid parts = grid("p", "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))");
        GridIndex index = new GridIndex(List.of(parts));
        assertThat(index.locate(new LonLat(5.8, 5.2))).contains(new Covering(parts, false));
        assertThat(index.locate(new LonLat(3, 3))).isEmpty();
    }

    @Test
    void whereGridsOverlapTheSmallestCodeAnswers() {
        Grid over = grid("B", "POLYGON((0.2 0.2,0.8 0.2,0.8 0.8,0.2 0.8,0.2 0.2))");
        GridIndex index = new GridIndex(List.of(WEST, over));
        // As bytes "B" comes before "b".
        assertThat(index.locate(new LonLat(0.5, 0.5))).contains(new Covering(over, false));
    }

    static Grid grid(String code, String wkt) {
        return new Grid(code, Level.MICRO, code, null, "parent", null, multiPolygon(wkt));
    }

    private static MultiPolygon multiPolygon(String wkt) {
        try {
            Geometry geometry = new WKTReader(Wgs84.FACTORY).read(wkt);
            return geometry instanceof Polygon polygon
                    ? Wgs84.FACTORY.createMultiPolygon(new Polygon[] {polygon})
                    : (MultiPolygon) geometry;
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
