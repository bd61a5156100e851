package org.weiwang.grid.check;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** A grid with the valid ground that it stands for, which may be empty. */
final class Ground {
    private final int row;
    private final Grid grid;
    private final MultiPolygon shape;

    /**
     * @param row its number among all that are checked
     * @param shape longitude and latitude in degrees
     */
    Ground(int row, Grid grid, MultiPolygon shape) {
        this.row = row;
        this.grid = grid;
        this.shape = shape;
    }

    int row() {
        return row;
    }

    Grid grid() {
        return grid;
    }

    MultiPolygon shape() {
        return shape;
    }

    Envelope box() {
        return shape.getEnvelopeInternal();
    }

    Level level() {
        return grid.level();
    }

    /** Empty where there is none. */
    String code() {
        return text(grid.code());
    }

    String name() {
        return text(grid.name());
    }

    String parentCode() {
        return text(grid.parentCode());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** A place in it; null where it is empty. */
    LonLat place() {
        return Optional.ofNullable(shape.getInteriorPoint().getCoordinate())
                .map(Ground::lonLat)
                .orElse(null);
    }

    private static LonLat lonLat(Coordinate position) {
        return new LonLat(position.x, position.y);
    }
}
