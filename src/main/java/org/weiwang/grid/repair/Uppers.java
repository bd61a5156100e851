package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.grid.Level;

/**
 * Derives upper grids from those below them, where findings tell that they differ: a general grid
 * is what its micro grids cover with the dedicated holes among them, a community what its general
 * grids cover. A hole is the general grid's that covers most of it now; where several cover parts
 * of it, each keeps its own.
 */
final class Uppers {
    private final Board board;

    Uppers(Board board) {
        this.board = board;
    }

    /**
     * Of a level the grids that a finding is about: those that cover its area, and those above the
     * ones that cover it.
     */
    Set<Integer> concerned(Level level, Geometry area) {
        Set<Integer> rows = new TreeSet<>(covering(Set.of(level), area));
        for (int row : below(level, area)) {
            if (board.level(row) == Level.DEDICATED) {
                rows.addAll(shares(board.outline(row)).keySet());
            } else if (board.parent(row) != null) {
                rows.add(board.parent(row));
            }
        }
        return rows;
    }

    /** The grids that cover ground and of which those of a level are made. */
    List<Integer> below(Level level, Geometry area) {
        return covering(Levels.beside(Levels.below(level)), area);
    }

    private List<Integer> covering(Set<Level> levels, Geometry area) {
        return board.near(levels, area.getEnvelopeInternal()).stream()
                .filter(row -> Ground.anyCounts(Ground.common(board.outline(row), area)))
                .toList();
    }

    /**
     * Those of the grids that are made of others, derived within the areas. Nothing where they
     * would overlap there: then the ones below do, which comes first.
     */
    Draft derive(Collection<Integer> rows, Geometry areas) {
        Map<Integer, Geometry> derived = new TreeMap<>();
        for (int row : rows) {
            if (!board.children(row).isEmpty()) {
                derived.put(row, derived(row));
            }
        }
        Draft draft = new Draft(board);
        if (doOverlap(List.copyOf(derived.values()), areas)) {
            return draft;
        }
        derived.forEach(
                (row, ground) -> {
                    for (Polygon piece : differing(draft.outline(row), ground, areas)) {
                        draft.cut(row, piece);
                    }
                });
        derived.forEach(
                (row, ground) -> {
                    for (Polygon piece : differing(ground, draft.outline(row), areas)) {
                        draft.add(row, piece);
                    }
                });
        return draft;
    }

    private static List<Polygon> differing(Geometry one, Geometry other, Geometry areas) {
        return Ground.pieces(Ground.without(one, other)).stream()
                .filter(piece -> Ground.anyCounts(Ground.common(piece, areas)))
                .toList();
    }

    private static boolean doOverlap(List<Geometry> grounds, Geometry areas) {
        for (int i = 0; i < grounds.size(); i++) {
            for (Geometry other : grounds.subList(0, i)) {
                Geometry common = Ground.common(grounds.get(i), other);
                if (Ground.anyCounts(Ground.common(common, areas))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Geometry derived(int row) {
        List<Geometry> parts = new ArrayList<>();
        for (int child : board.children(row)) {
            if (board.isSound(child)) {
                parts.add(board.outline(child));
            }
        }
        if (board.level(row) == Level.GENERAL) {
            parts.addAll(holes(row));
        }
        return Ground.union(parts);
    }

    /** What it has of dedicated grids that no micro grid covers. */
    private List<Geometry> holes(int row) {
        List<Geometry> holes = new ArrayList<>();
        Geometry general = board.outline(row);
        for (int dedicated : board.near(Set.of(Level.DEDICATED), general.getEnvelopeInternal())) {
            Geometry ground = board.outline(dedicated);
            for (int micro : board.near(Set.of(Level.MICRO), ground.getEnvelopeInternal())) {
                ground = Ground.without(ground, board.outline(micro));
            }
            for (Polygon hole : Ground.pieces(ground)) {
                Geometry share = shares(hole).get(row);
                if (share != null) {
                    holes.add(share);
                }
            }
        }
        return holes;
    }

    private Map<Integer, Geometry> shares(Geometry hole) {
        return Shares.of(
                board, hole, board.near(Set.of(Level.GENERAL), hole.getEnvelopeInternal()));
    }
}
