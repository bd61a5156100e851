package org.weiwang.grid.repair;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.weiwang.grid.Grid;
import org.weiwang.grid.check.CoverageCheck;
import org.weiwang.grid.check.Finding;

/**
 * Proposes and makes repairs of what {@link CoverageCheck} finds. The same grids give the same
 * repairs. No boundary is moved that is not in the way of a fault: edges farther than a metre from
 * the ground of a finding stay as they are, to the bit, and grids of which nothing changes are the
 * same objects. Thread-safe.
 */
public final class Repairs {
    /** So many times what repairs leave is looked at again; levels and their holes are fewer. */
    private static final int ROUNDS = 8;

    private Repairs() {}

    /** As {@link #propose(List, List)}, of what the check finds. */
    public static List<Repair> propose(List<Grid> grids) {
        return propose(grids, CoverageCheck.check(grids));
    }

    /**
     * What can be repaired mechanically, each by itself. Some faults show only when others are
     * repaired: upper grids are derived when those below them fit.
     *
     * @param findings of these grids
     * @return by kind, then as the findings
     */
    public static List<Repair> propose(List<Grid> grids, List<Finding> findings) {
        return Jobs.of(new Board(grids, findings), findings).stream()
                .map(Job::repair)
                .flatMap(Optional::stream)
                .toList();
    }

    /** As {@link #apply(List, List, Set)}, with what the check finds. */
    public static List<Grid> apply(List<Grid> grids, Set<String> ids) throws NoSuchRepairException {
        return apply(grids, CoverageCheck.check(grids), ids);
    }

    /**
     * Makes the repairs of these ids, one after another; where two concern the same ground, the
     * later one does what is left to do.
     *
     * @param findings of these grids
     * @return the grids in their order; the same objects where nothing changed
     * @throws NoSuchRepairException when one is not among those that {@link #propose} proposes
     */
    public static List<Grid> apply(List<Grid> grids, List<Finding> findings, Set<String> ids)
            throws NoSuchRepairException {
        Set<String> unknown = new TreeSet<>(ids);
        unknown.removeAll(propose(grids, findings).stream().map(Repair::id).collect(toSet()));
        if (!unknown.isEmpty()) {
            throw new NoSuchRepairException(unknown);
        }
        Board board = new Board(grids, findings);
        for (Job job : Jobs.of(board, findings)) {
            if (ids.contains(job.id())) {
                job.repair().ifPresent(repair -> board.set(repair.changes()));
            }
        }
        return shared(grids, board.grids());
    }

    /** Makes all repairs, and those that are then proposed, until there are none. */
    public static List<Grid> applyAll(List<Grid> grids) {
        List<Grid> repaired = List.copyOf(grids);
        for (int round = 0; round < ROUNDS; round++) {
            List<Finding> findings = CoverageCheck.check(repaired);
            Board board = new Board(repaired, findings);
            boolean isChanged = false;
            for (Job job : Jobs.of(board, findings)) {
                Optional<Repair> repair = job.repair();
                repair.ifPresent(done -> board.set(done.changes()));
                isChanged |= repair.isPresent();
            }
            if (!isChanged) {
                break;
            }
            repaired = board.grids();
        }
        return shared(grids, repaired);
    }

    /** The former objects where repairs have undone each other. */
    private static List<Grid> shared(List<Grid> grids, List<Grid> repaired) {
        List<Grid> shared = new ArrayList<>(repaired);
        for (int row = 0; row < grids.size(); row++) {
            Grid before = grids.get(row);
            if (before.geometry() != null
                    && Ground.areSame(before.geometry(), repaired.get(row).geometry())) {
                shared.set(row, grids.get(row));
            }
        }
        return List.copyOf(shared);
    }
}
