package org.weiwang.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.weiwang.geo.LonLat;

/** Every edge of every part of every grid, in decimal arithmetic without rounding. */
public final class ExactLocator implements GridLocator {
    @Override
    public List<Covering> locate(List<Grid> grids, List<LonLat> points) {
        List<Grid> byCode = new ArrayList<>(grids);
        byCode.sort(Comparator.comparing(Grid::code));
        List<Covering> coverings = new ArrayList<>();
        for (LonLat point : points) {
            coverings.add(
                    byCode.stream()
                            .map(grid -> covering(grid, point))
                            .filter(covering -> covering != null)
                            .findFirst()
                            .orElse(null));
        }
        return coverings;
    }

    /** Null where the grid does not cover the point. */
    static Covering covering(Grid grid, LonLat point) {
        for (int i = 0; i < grid.geometry().getNumGeometries(); i++) {
            List<LineString> rings = new ArrayList<>();
            grid.geometry().getGeometryN(i).apply(new LinearComponentExtracter(rings));
            boolean inside = false;
            for (LineString ring : rings) {
                Coordinate[] ends = ring.getCoordinates();
                for (int k = 1; k < ends.length; k++) {
                    if (isOn(ends[k - 1], ends[k], point)) {
                        return new Covering(grid, true);
                    }
                    inside ^= crosses(ends[k - 1], ends[k], point);
                }
            }
            if (inside) {
                return new Covering(grid, false);
            }
        }
        return null;
    }

    private static boolean isOn(Coordinate a, Coordinate b, LonLat p) {
        return p.lon() >= Math.min(a.x, b.x)
                && p.lon() <= Math.max(a.x, b.x)
                && p.lat() >= Math.min(a.y, b.y)
                && p.lat() <= Math.max(a.y, b.y)
                && side(a, b, p) == 0;
    }

    /** Whether the way east from the point crosses an edge. */
    private static boolean crosses(Coordinate a, Coordinate b, LonLat p) {
        if (a.y > p.lat() == b.y > p.lat() || p.lon() > Math.max(a.x, b.x)) {
            return false;
        }
        return a.y < b.y ? side(a, b, p) > 0 : side(a, b, p) < 0;
    }

    /** Positive when p is left of the way from a to b. */
    public static int side(Coordinate a, Coordinate b, LonLat p) {
        BigDecimal x = new BigDecimal(a.x);
        BigDecimal y = new BigDecimal(a.y);
        BigDecimal left =
                new BigDecimal(b.x).subtract(x).multiply(new BigDecimal(p.lat()).subtract(y));
        BigDecimal right =
                new BigDecimal(b.y).subtract(y).multiply(new BigDecimal(p.lon()).subtract(x));
        return left.compareTo(right);
    }
}
