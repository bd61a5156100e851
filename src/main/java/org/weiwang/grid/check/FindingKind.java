package org.weiwang.grid.check;

import static org.weiwang.grid.check.Severity.ERROR;
import static org.weiwang.grid.check.Severity.WARNING;

/**
 * What may be wrong. The names are stable: they are the codes that findings are known by. A sliver
 * is narrower than {@link Measure#SLIVER}; nothing is found that is narrower than {@link
 * Measure#NARROWEST}.
 */
public enum FindingKind {
    /** The code is empty, too long or has other characters than {@code Grid.CODE} allows. */
    MALFORMED_CODE(ERROR),
    /** An earlier row has the same code. */
    DUPLICATE_CODE(ERROR),
    NO_NAME(ERROR),
    /** No parent is named. */
    NO_PARENT(ERROR),
    /** The parent is no grid of the edition, or one of the wrong level. */
    ORPHAN(ERROR),
    EMPTY_GEOMETRY(ERROR),
    /** Not a valid polygon as OGC defines it; the area is a proposal for a valid one. */
    INVALID_GEOMETRY(ERROR),
    /** Ground around which grids of a level lie and which none of them covers, nor any above. */
    GAP(ERROR),
    GAP_SLIVER(WARNING),
    /** Ground that two grids of a level cover. */
    OVERLAP(ERROR),
    OVERLAP_SLIVER(WARNING),
    /** Ground of a grid that its parent does not cover. */
    OUTSIDE_PARENT(ERROR),
    OUTSIDE_PARENT_SLIVER(WARNING),
    /** Ground that grids of one level cover and none of the next level down does. */
    PARENT_NOT_FILLED(ERROR),
    PARENT_NOT_FILLED_SLIVER(WARNING),
    /** A dedicated grid lies in communities beside its parent, too. */
    ACROSS_COMMUNITIES(WARNING),
    /** Ground that a neighbouring district's edition in force covers, too. */
    NEIGHBOUR_OVERLAP(WARNING),
    /** Ground between the district and a neighbouring one's edition in force. */
    NEIGHBOUR_GAP(WARNING),
    /** Parts that are not connected by an edge. */
    SEPARATE_PARTS(WARNING),
    /** Another grid of the same level has the same name and the same parent. */
    DUPLICATE_NAME(WARNING),
    /** Fewer or more households than a grid of the level should have. */
    HOUSEHOLDS(WARNING),
    /** An address that no micro or dedicated grid would cover. */
    ADDRESS_OUTSIDE(WARNING),
    /** Addresses that would go from one grid to another. */
    ADDRESSES_MOVE(WARNING);

    private final Severity severity;

    FindingKind(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
