package org.weiwang.grid.check;

import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Level;

/**
 * One thing that is wrong, or may be.
 *
 * @param level of the grids that it is about; null where it is about none
 * @param grids the codes of those it is about, the one at fault first, else ascending; a code that
 *     is malformed stands as it came
 * @param at a place in it; null where what it is about has none
 * @param area longitude and latitude in degrees; null where it is about no ground
 * @param width in metres, the diameter of the largest disc that fits in; null where there is no
 *     area
 * @param squareMetres null likewise
 * @param count of what the kind is about: households, parts, addresses; null where it counts none
 * @param detail what else there is to know, as it came: a parent's code, a name, an edition's id,
 *     what makes a geometry invalid; null for nothing
 */
public record Finding(
        FindingKind kind,
        Level level,
        List<String> grids,
        LonLat at,
        MultiPolygon area,
        Double width,
        Double squareMetres,
        Long count,
        String detail) {
    public Finding {
        Objects.requireNonNull(kind);
        grids = List.copyOf(grids);
    }

    /** Whether it keeps an edition from being published. */
    public boolean isError() {
        return kind.severity() == Severity.ERROR;
    }
}
