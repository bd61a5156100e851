package org.weiwang.demo;

import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.weiwang.geo.Lattice;
import org.weiwang.grid.Grid;

/**
 * Grids as they are where each was drawn by itself: with vertices on its edges that its neighbours
 * don't have.
 */
public final class OwnVertices {
    /** Degrees, twenty metres. */
    private static final double LONG = 2e-4;

    private final SplittableRandom random = new SplittableRandom(1);
    private final int every;
    private final double beside;

    private OwnVertices(int every, double beside) {
        this.every = every;
        this.beside = beside;
    }

    /**
     * @param every a vertex on one of so many of the long edges
     * @param beside degrees, how far from the edge it is at most
     */
    public static List<Grid> of(List<Grid> grids, int every, double beside) {
        OwnVertices vertices = new OwnVertices(every, beside);
        return grids.stream().map(vertices::changed).toList();
    }

    private Grid changed(Grid grid) {
        return grid.withOutline(
                (MultiPolygon) new GeometryEditor().edit(grid.geometry(), new Rings()));
    }

    private final class Rings extends GeometryEditor.CoordinateOperation {
        @Override
        public Coordinate[] edit(Coordinate[] ring, Geometry line) {
            return line instanceof LinearRing ? changed(ring) : ring;
        }
    }

    private Coordinate[] changed(Coordinate[] ring) {
        CoordinateList positions = new CoordinateList();
        for (int i = 1; i < ring.length; i++) {
            positions.add(ring[i - 1]);
            if (ring[i - 1].distance(ring[i]) > LONG && random.nextInt(every) == 0) {
                positions.add(near(ring[i - 1], ring[i]));
            }
        }
        positions.closeRing();
        return positions.toCoordinateArray();
    }

    private Coordinate near(Coordinate from, Coordinate to) {
        double at = random.nextDouble(0.2, 0.8);
        double aside = beside * random.nextDouble(-1, 1);
        return new Coordinate(
                Lattice.snap(from.x + at * (to.x - from.x) + aside),
                Lattice.snap(from.y + at * (to.y - from.y) + aside));
    }
}
