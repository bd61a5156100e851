package org.weiwang.grid.check;

import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.index.strtree.STRtree;

/** Grounds by where they are. Thread-safe. */
final class Places {
    private final STRtree tree = new STRtree();

    Places(List<Ground> grounds) {
        for (Ground ground : grounds) {
            if (!ground.shape().isEmpty()) {
                tree.insert(ground.box(), ground);
            }
        }
        tree.build();
    }

    /** Those whose boxes meet, in the same order always. */
    @SuppressWarnings("unchecked")
    List<Ground> near(Envelope box) {
        return (List<Ground>) tree.query(box);
    }

    /** The codes of those that come near a piece and fulfil a condition, ascending. */
    List<String> codes(Piece piece, Predicate<MultiPolygon> condition) {
        return near(Contact.box(piece.area())).stream()
                .filter(ground -> condition.test(ground.shape()))
                .map(Ground::code)
                .distinct()
                .sorted()
                .toList();
    }
}
