package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground parted among the grids that cover it. What several cover, and what none does, is the one's
 * that covers most of all of it.
 */
final class Shares {
    private record Share(int row, Geometry ground) {}

    private Shares() {}

    /** By row, the largest first; none where none of the grids covers anything that counts. */
    static Map<Integer, Geometry> of(Board board, Geometry ground, List<Integer> rows) {
        List<Share> covered = new ArrayList<>();
        for (int row : rows) {
            Geometry common = Ground.common(board.outline(row), ground);
            if (Ground.anyCounts(common)) {
                covered.add(new Share(row, common));
            }
        }
        covered.sort(
                Comparator.comparing((Share share) -> -share.ground().getArea())
                        .thenComparing(share -> board.code(share.row())));
        Map<Integer, Geometry> shares = new LinkedHashMap<>();
        Geometry left = ground;
        for (int i = covered.size() - 1; i > 0; i--) {
            Share share = covered.get(i);
            Geometry own = share.ground();
            for (Share larger : covered.subList(0, i)) {
                own = Ground.without(own, larger.ground());
            }
            if (Ground.anyCounts(own)) {
                shares.put(share.row(), own);
                left = Ground.without(left, own);
            }
        }
        Map<Integer, Geometry> ordered = new LinkedHashMap<>();
        if (!covered.isEmpty()) {
            ordered.put(covered.get(0).row(), left);
        }
        ordered.putAll(shares);
        return ordered;
    }
}
