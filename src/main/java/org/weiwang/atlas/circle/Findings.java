package org.weiwang.atlas.circle;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weiwang.circle.analysis.Equity;
import org.weiwang.circle.analysis.GroupResult;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.Division.Level;

/** What was computed of the living circle, found by grid. Immutable and thread-safe. */
public final class Findings {
    private final Stamp stamp;
    private final List<GroupResult> groups;
    private final List<Equity> equity;
    private final Map<Level, Map<String, GroupResult>> byCode = new EnumMap<>(Level.class);

    public Findings(Stamp stamp, List<GroupResult> groups, List<Equity> equity) {
        this.stamp = stamp;
        this.groups = List.copyOf(groups);
        this.equity = List.copyOf(equity);
        for (Level level : Level.values()) {
            byCode.put(level, new HashMap<>());
        }
        groups.forEach(group -> byCode.get(group.level()).put(group.code(), group));
    }

    public Stamp stamp() {
        return stamp;
    }

    /** As {@link org.weiwang.circle.analysis.CircleResult} orders them. */
    public List<GroupResult> groups() {
        return groups;
    }

    /** Likewise. */
    public List<Equity> equity() {
        return equity;
    }

    public Optional<GroupResult> group(Level level, String code) {
        return Optional.ofNullable(byCode.get(level).get(code));
    }

    /** The smallest group of this code, whatever its level. */
    public Optional<GroupResult> group(String code) {
        return byCode.values().stream()
                .map(groupsOfLevel -> groupsOfLevel.get(code))
                .filter(group -> group != null)
                .findFirst();
    }
}
