package org.weiwang.grid.check;

import static java.util.stream.Collectors.groupingBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weiwang.grid.Level;

/** Grids of all levels, with what is above and below them by their codes. Immutable. */
final class Hierarchy {
    private final Map<Level, List<Ground>> levels = new EnumMap<>(Level.class);
    private final Map<Level, Map<String, List<Ground>>> byCode = new EnumMap<>(Level.class);
    private final Map<Level, Map<String, List<Ground>>> byParent = new EnumMap<>(Level.class);

    Hierarchy(List<Ground> grounds) {
        for (Level level : Level.values()) {
            List<Ground> ofLevel =
                    grounds.stream().filter(ground -> ground.level() == level).toList();
            levels.put(level, ofLevel);
            byCode.put(level, ofLevel.stream().collect(groupingBy(Ground::code)));
            byParent.put(level, ofLevel.stream().collect(groupingBy(Ground::parentCode)));
        }
    }

    /** The level of a level's parents; null for communities, whose parents are towns. */
    static Level above(Level level) {
        return switch (level) {
            case COMMUNITY -> null;
            case GENERAL, DEDICATED -> Level.COMMUNITY;
            case MICRO -> Level.GENERAL;
        };
    }

    List<Ground> level(Level level) {
        return levels.get(level);
    }

    /** The codes of a level, each with its grid, or all of those that have it. */
    Set<Map.Entry<String, List<Ground>>> codes(Level level) {
        return byCode.get(level).entrySet();
    }

    /** All that are what a grid says that its parent is; none for a community. */
    List<Ground> parents(Ground child) {
        Level above = above(child.level());
        return above == null || child.parentCode().isEmpty()
                ? List.of()
                : byCode.get(above).getOrDefault(child.parentCode(), List.of());
    }

    /** Those of a level that say that this is the code of their parent. */
    List<Ground> children(Level level, String code) {
        return byParent.get(level).getOrDefault(code, List.of());
    }
}
