package org.weiwang.grid.repair;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Level;

/**
 * Upper grids that are derived together, since findings concern several of them.
 *
 * @param areas of all these findings
 * @param at the place of the first
 */
record Derivation(
        Level level, Set<Integer> rows, List<Geometry> areas, LonLat at, double squareMetres) {

    /** Adds one to others of which none have rows in common, as of which none have then. */
    static void add(List<Derivation> derivations, Derivation added) {
        Derivation whole = added;
        Set<Integer> rows = new TreeSet<>(added.rows);
        for (Iterator<Derivation> all = derivations.iterator(); all.hasNext(); ) {
            Derivation other = all.next();
            if (other.level == added.level && other.rows.stream().anyMatch(rows::contains)) {
                all.remove();
                rows.addAll(other.rows);
                whole =
                        new Derivation(
                                added.level,
                                rows,
                                both(other.areas, whole.areas),
                                other.at,
                                other.squareMetres + whole.squareMetres);
            }
        }
        derivations.add(whole);
    }

    private static List<Geometry> both(List<Geometry> some, List<Geometry> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The same with one area, which is costly to make of many. */
    Derivation united() {
        return new Derivation(level, rows, List.of(area()), at, squareMetres);
    }

    Geometry area() {
        return areas.size() == 1 ? areas.get(0) : Ground.union(areas);
    }
}
