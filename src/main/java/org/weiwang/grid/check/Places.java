package org.weiwang.grid.check;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
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
}
