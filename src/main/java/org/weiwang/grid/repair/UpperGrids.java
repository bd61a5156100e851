package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.Overlay;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/**
 * Has general and community grids follow the grids below them that somebody drew. As in repairs,
 * what they are made of is looked at only where ground changed hands: elsewhere their boundaries
 * stay as they are, to the bit, and right or wrong.
 */
public final class UpperGrids {
    private static final List<Level> UPWARDS = List.of(Level.GENERAL, Level.COMMUNITY);

    private UpperGrids() {}

    /**
     * Of a dedicated hole on the boundary of several general grids each keeps what it had. Where
     * the grids below overlap or are invalid, those above stay as they were.
     *
     * @param before all grids as they were
     * @param drawn the same, but for other micro and dedicated grids, which are valid; those that
     *     were not drawn are the same objects
     * @return as they were drawn, with the upper grids, which are the same objects where they stay
     */
    public static List<Grid> follow(List<Grid> before, List<Grid> drawn) {
        List<Polygon> ground = redrawn(before, drawn);
        if (ground.isEmpty()) {
            return drawn;
        }
        Geometry area = Ground.union(ground);
        Board board = Board.near(drawn, area.getEnvelopeInternal());
        Uppers uppers = new Uppers(board);
        for (Level level : UPWARDS) {
            Set<Integer> rows = new TreeSet<>(uppers.concerned(level, area));
            rows.removeIf(row -> !standsOnSound(board, row));
            List<Change> changes = uppers.derive(rows, area).changes();
            board.set(changes);
            List<Polygon> followed = new ArrayList<>();
            changes.forEach(change -> followed.addAll(differing(change.before(), change.after())));
            if (followed.isEmpty()) {
                break;
            }
            area = Ground.union(followed);
        }
        return board.grids();
    }

    private static boolean standsOnSound(Board board, int row) {
        return Stream.concat(Stream.of(row), board.children(row).stream())
                .allMatch(one -> board.isSound(one) && board.outline(one).isValid());
    }

    /** The ground that is another grid's than before, or another parent's. */
    private static List<Polygon> redrawn(List<Grid> before, List<Grid> after) {
        Map<String, Grid> former = new TreeMap<>();
        missing(before, after).forEach(grid -> former.put(grid.level() + grid.code(), grid));
        List<Polygon> ground = new ArrayList<>();
        for (Grid grid : missing(after, before)) {
            Grid was = former.remove(grid.level() + grid.code());
            if (was != null && Objects.equals(was.parentCode(), grid.parentCode())) {
                ground.addAll(differing(valid(was), grid.geometry()));
            } else {
                ground.addAll(Overlay.polygons(grid.geometry()));
                if (was != null) {
                    ground.addAll(Overlay.polygons(valid(was)));
                }
            }
        }
        former.values().forEach(grid -> ground.addAll(Overlay.polygons(valid(grid))));
        return ground;
    }

    /** Those that the others have not. */
    private static List<Grid> missing(List<Grid> grids, Collection<Grid> others) {
        Set<Grid> there = Collections.newSetFromMap(new IdentityHashMap<>());
        there.addAll(others);
        return grids.stream().filter(grid -> !there.contains(grid)).toList();
    }

    private static MultiPolygon valid(Grid grid) {
        return grid.geometry() == null
                ? Wgs84.FACTORY.createMultiPolygon()
                : Overlay.valid(grid.geometry());
    }

    private static List<Polygon> differing(Geometry one, Geometry other) {
        List<Polygon> pieces = new ArrayList<>(Ground.pieces(Ground.without(one, other)));
        pieces.addAll(Ground.pieces(Ground.without(other, one)));
        return pieces;
    }
}
