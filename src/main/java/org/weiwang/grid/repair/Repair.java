package org.weiwang.grid.repair;

import java.util.List;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Level;

/**
 * One repair that is proposed.
 *
 * @param id the same whenever the same is proposed: of kind, codes and place
 * @param level of the grids where the fault is
 * @param changes by row, at least one. Neighbours that merely get a vertex where others now meet
 *     are among them
 * @param at a place in what is wrong
 * @param squareMetres how much ground is wrong; of an invalid geometry all that it covers when it
 *     is valid
 */
public record Repair(
        String id,
        RepairKind kind,
        Level level,
        List<Change> changes,
        LonLat at,
        double squareMetres) {
    public Repair {
        changes = List.copyOf(changes);
    }
}
