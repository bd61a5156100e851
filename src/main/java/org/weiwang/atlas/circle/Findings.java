package org.weiwang.atlas.circle;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.weiwang.circle.analysis.Equity;
import org.weiwang.circle.analysis.GroupResult;
import org.weiwang.circle.analysis.GroupResults;
import org.weiwang.circle.analysis.GroupTotals;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.Division.Level;

/** What was computed of the living circle, found by grid. Immutable and thread-safe. */
public final class Findings {
    private final Stamp stamp;
    private final GroupResults groups;
    private final List<Equity> equity;

    /** The numbers of the groups. */
    private final Map<Level, Map<String, Integer>> byCode = new EnumMap<>(Level.class);

    public Findings(Stamp stamp, GroupResults groups, List<Equity> equity) {
        this.stamp = stamp;
        this.groups = groups;
        this.equity = List.copyOf(equity);
        for (Level level : Level.values()) {
            byCode.put(level, new HashMap<>());
        }
        int number = 0;
        for (GroupTotals group : groups.totals()) {
            byCode.get(group.level()).put(group.code(), number++);
        }
    }

    public Stamp stamp() {
        return stamp;
    }

    /** As {@link org.weiwang.circle.analysis.CircleResult} orders them. */
    public GroupResults groups() {
        return groups;
    }

    /** Likewise. */
    public List<Equity> equity() {
        return equity;
    }

    public Optional<GroupResult> group(Level level, String code) {
        return Optional.ofNullable(byCode.get(level).get(code)).map(groups::get);
    }

    /** The smallest group of this code, whatever its level. */
    public Optional<GroupResult> group(String code) {
        return byCode.values().stream()
                .map(numbers -> numbers.get(code))
                .filter(Objects::nonNull)
                .findFirst()
                .map(groups::get);
    }
}
