package org.weiwang.circle.network;

import java.util.HashSet;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** A place where lines end, one or several. */
final class Joint {
    private final Coordinate place;
    private final Set<Integer> levels = new HashSet<>();
    private int ends;

    /**
     * @param place in {@link Steps}
     */
    Joint(Coordinate place) {
        this.place = place;
    }

    Coordinate place() {
        return place;
    }

    int x() {
        return (int) place.x;
    }

    int y() {
        return (int) place.y;
    }

    void addEnd(int level) {
        ends++;
        levels.add(level);
    }

    /** Whether a line of the level ends here. */
    boolean hasLevel(int level) {
        return levels.contains(level);
    }

    /** Whether this is the end of a single bridge or tunnel, and of nothing else. */
    boolean isLanding() {
        return ends == 1 && !levels.contains(0);
    }
}
