package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.grid.check.Finding;

/**
 * Cuts ground that two grids cover from one of them. It stays with the smaller code, which answers
 * for a point there as things are, with these exceptions:
 *
 * <ul>
 *   <li>what of it lies in the parent of the other one only goes to that;
 *   <li>one that is made of other grids, which the other is not, keeps it;
 *   <li>of which all lies in the overlap keeps it, or nothing would be left; where that is so of
 *       both, nothing is cut.
 * </ul>
 */
final class Overlaps {
    private final Board board;

    Overlaps(Board board) {
        this.board = board;
    }

    /** Whether both are made of other grids, so that these tell what is right. */
    boolean areDerived(Finding finding) {
        return Levels.below(finding.level()) != null
                && rows(finding).stream().noneMatch(row -> board.children(row).isEmpty());
    }

    Draft cut(Finding finding) {
        Draft draft = new Draft(board);
        List<Integer> rows = rows(finding);
        if (rows.size() < 2) {
            return draft;
        }
        int first = rows.get(0);
        int second = rows.get(1);
        Geometry one = board.outline(first);
        Geometry other = board.outline(second);
        Optional<Polygon> overlap = Ground.pieceAt(Ground.common(one, other), finding.at());
        if (overlap.isEmpty()) {
            return draft;
        }
        boolean isFirstLeft = Ground.anyCounts(Ground.without(one, overlap.get()));
        boolean isSecondLeft = Ground.anyCounts(Ground.without(other, overlap.get()));
        if (isFirstLeft && isSecondLeft) {
            part(draft, overlap.get(), first, second);
        } else if (isFirstLeft) {
            give(draft, overlap.get(), first, second);
        } else if (isSecondLeft) {
            give(draft, overlap.get(), second, first);
        }
        return draft;
    }

    /** The two, the one with the smaller code first. */
    private List<Integer> rows(Finding finding) {
        List<Integer> rows = new ArrayList<>();
        for (int row : board.near(Set.of(finding.level()), finding.area().getEnvelopeInternal())) {
            if (finding.grids().contains(board.code(row))) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing(row -> board.code(row)));
        return rows;
    }

    private void part(Draft draft, Geometry overlap, int first, int second) {
        if (board.children(first).isEmpty() != board.children(second).isEmpty()) {
            boolean isSecond = board.children(first).isEmpty();
            give(draft, overlap, isSecond ? first : second, isSecond ? second : first);
            return;
        }
        Geometry ofSecond = without(within(overlap, second), board.parent(first));
        if (!Ground.anyCounts(ofSecond)) {
            give(draft, overlap, second, first);
            return;
        }
        Geometry ofFirst = Ground.without(overlap, Ground.all(Ground.pieces(ofSecond)));
        if (Ground.anyCounts(ofFirst)) {
            give(draft, ofFirst, second, first);
            give(draft, Ground.all(Ground.pieces(ofSecond)), first, second);
        } else {
            give(draft, overlap, first, second);
        }
    }

    private Geometry within(Geometry overlap, int row) {
        Integer parent = board.parent(row);
        return parent == null
                ? Ground.all(List.of())
                : Ground.common(overlap, board.outline(parent));
    }

    private Geometry without(Geometry ground, Integer row) {
        return row == null ? ground : Ground.without(ground, board.outline(row));
    }

    private static void give(Draft draft, Geometry ground, int from, int to) {
        Geometry lost = draft.cut(from, ground);
        draft.add(to, lost);
    }
}
