package org.weiwang.edition.comparing;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.weiwang.grid.Level;

/**
 * A grid or a town that is not what it was.
 *
 * @param level null for a town
 * @param before null when it was added
 * @param after null when it was removed
 * @param reshaping null when its ground is the same, and when it was added or removed
 */
public record Changed(Level level, String code, Facts before, Facts after, Reshaping reshaping) {
    /** How a town is named where grids have their level. */
    public static final String TOWN = "TOWN";

    /** Empty when the two are the same; one of them may be null. */
    static Optional<Changed> of(Level level, String code, Facts before, Facts after) {
        Reshaping reshaping =
                before == null || after == null || level == null
                        ? null
                        : Reshaping.of(before.geometry(), after.geometry()).orElse(null);
        Changed changed = new Changed(level, code, before, after, reshaping);
        return changed.changes().isEmpty() ? Optional.empty() : Optional.of(changed);
    }

    /** Of an added or a removed one this alone; else one or more of the others. */
    public Set<Change> changes() {
        if (before == null) {
            return EnumSet.of(Change.ADDED);
        }
        if (after == null) {
            return EnumSet.of(Change.REMOVED);
        }
        Set<Change> changes = EnumSet.noneOf(Change.class);
        if (reshaping != null) {
            changes.add(Change.RESHAPED);
        }
        if (!before.name().equals(after.name())) {
            changes.add(Change.RENAMED);
        }
        if (!Objects.equals(before.parentCode(), after.parentCode())) {
            changes.add(Change.REPARENTED);
        }
        if (!Objects.equals(before.kind(), after.kind())) {
            changes.add(Change.KIND_CHANGED);
        }
        if (!Objects.equals(before.households(), after.households())) {
            changes.add(Change.HOUSEHOLDS_CHANGED);
        }
        return changes;
    }

    public String levelName() {
        return level == null ? TOWN : level.name();
    }

    /** The name that it has, or had when it was removed. */
    public String name() {
        return after == null ? before.name() : after.name();
    }
}
