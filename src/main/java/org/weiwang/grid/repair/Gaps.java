package org.weiwang.grid.repair;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.Finding;

/**
 * Closes gaps. A gap is cut along the boundaries of the level above, so that these stay; each part
 * goes to the grid that shares the longest edge with it, of those that the grid above is the parent
 * of. Grids are drawn at the lowest level: where the level of the gap is made of others, it is one
 * of these that gets the ground, and those above it with it.
 */
final class Gaps {
    /** In degrees, some metres: what goes on beyond is no gap. */
    static final double AROUND = 0x1p-14;

    private final Board board;

    Gaps(Board board) {
        this.board = board;
    }

    /**
     * @param isSliver whether it may be shared out among all that it touches
     */
    Draft close(Finding finding, boolean isSliver) {
        Draft draft = new Draft(board);
        uncovered(finding)
                .ifPresent(
                        gap -> {
                            Level above = Levels.above(finding.level());
                            if (above == null) {
                                close(draft, finding.level(), gap, null, isSliver);
                                return;
                            }
                            List<Integer> parents =
                                    board.near(Set.of(above), gap.getEnvelopeInternal());
                            Shares.of(board, gap, parents)
                                    .forEach(
                                            (parent, part) ->
                                                    close(
                                                            draft,
                                                            finding.level(),
                                                            part,
                                                            parent,
                                                            isSliver));
                        });
        return draft;
    }

    /** The gap as it is now, if it still is one. */
    private Optional<Polygon> uncovered(Finding finding) {
        Envelope box = finding.area().getEnvelopeInternal();
        box.expandBy(AROUND);
        Geometry cover = cover(Levels.beside(finding.level()), box);
        Level above = Levels.above(finding.level());
        // Nothing is cut off at the box: an edge that is cut is no longer quite where it was.
        Geometry ground =
                above == null
                        ? Ground.holes(cover)
                        : Ground.without(cover(Set.of(above), box), cover);
        return Ground.pieceAt(ground, finding.at())
                .filter(piece -> box.contains(piece.getEnvelopeInternal()));
    }

    private Geometry cover(Set<Level> levels, Envelope box) {
        return Ground.union(
                board.near(levels, box).stream().map(row -> board.outline(row)).toList());
    }

    /**
     * @param parent of the level above that of the gap; null for none
     */
    private void close(Draft draft, Level level, Geometry part, Integer parent, boolean isSliver) {
        for (Level lowest = lowest(level); ; lowest = Levels.above(lowest)) {
            Geometry ground = part;
            if (lowest != level) {
                for (int row : draft.near(lowest, part)) {
                    ground = Ground.without(ground, draft.outline(row));
                }
                ground = Ground.all(Ground.pieces(ground));
            }
            ground = draft.node(lowest, ground);
            Borders borders = Borders.of(board, draft, lowest, ground, belongsTo(level, parent));
            if (!borders.rows().isEmpty()) {
                Map<Integer, Geometry> parts =
                        isSliver
                                ? Slivers.parts(ground, borders)
                                : Map.of(borders.rows().get(0), ground);
                parts.forEach((row, own) -> give(draft, level, row, own));
                return;
            }
            if (lowest == level) {
                return;
            }
        }
    }

    private static Level lowest(Level level) {
        return Levels.below(level) == null ? level : lowest(Levels.below(level));
    }

    /**
     * Whether this is the parent of a grid, or of the one above it at a level. Of dedicated grids,
     * which are holes among micro grids, it need but have the same parent.
     */
    private IntPredicate belongsTo(Level level, Integer parent) {
        return row -> {
            if (board.level(row) == Level.DEDICATED) {
                return level == Level.MICRO
                        && board.parent(row) != null
                        && board.parent(row).equals(board.parent(parent));
            }
            Integer at = row;
            while (at != null && board.level(at) != level) {
                at = board.parent(at);
            }
            return at != null && (parent == null || parent.equals(board.parent(at)));
        };
    }

    private void give(Draft draft, Level level, int row, Geometry ground) {
        draft.add(row, ground);
        if (board.level(row) != level && level != Level.MICRO) {
            give(draft, level, board.parent(row), ground);
        }
    }
}
