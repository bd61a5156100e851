package org.weiwang.grid.repair;

import java.util.Set;
import org.weiwang.grid.Level;

/** How the levels stand to each other. */
final class Levels {
    private Levels() {}

    /** Null for that of communities, whose parents are no grids. */
    static Level above(Level level) {
        return switch (level) {
            case COMMUNITY -> null;
            case GENERAL, DEDICATED -> Level.COMMUNITY;
            case MICRO -> Level.GENERAL;
        };
    }

    /** That of which the grids of a level are made; null where they are drawn themselves. */
    static Level below(Level level) {
        return switch (level) {
            case COMMUNITY -> Level.GENERAL;
            case GENERAL -> Level.MICRO;
            case MICRO, DEDICATED -> null;
        };
    }

    /** Those whose grids lie side by side with those of a level: dedicated ones are holes. */
    static Set<Level> beside(Level level) {
        return switch (level) {
            case COMMUNITY, GENERAL -> Set.of(level);
            case MICRO, DEDICATED -> Set.of(Level.MICRO, Level.DEDICATED);
        };
    }
}
