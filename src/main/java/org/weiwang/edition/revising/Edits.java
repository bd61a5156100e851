package org.weiwang.edition.revising;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.repair.UpperGrids;

/**
 * What somebody drew: micro and dedicated grids that are new, those that are other than before, and
 * those that are gone. The grids above them become what is below them.
 *
 * @param added with codes that no grid has
 * @param changed whole; in the place of those of the same codes
 * @param removed codes
 */
public record Edits(List<Grid> added, List<Grid> changed, Set<String> removed) implements Revision {
    private static final Set<Level> DRAWN = Set.of(Level.MICRO, Level.DEDICATED);

    public Edits {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = Set.copyOf(removed);
    }

    @Override
    public List<Grid> of(List<Grid> rows) throws RevisionException {
        return UpperGrids.follow(rows, edited(rows));
    }

    private List<Grid> edited(List<Grid> rows) throws RevisionException {
        refuseUnfit();
        Map<String, Grid> others = new LinkedHashMap<>();
        changed.forEach(grid -> others.put(grid.code(), grid));
        Set<String> fresh = added.stream().map(Grid::code).collect(Collectors.toSet());
        Set<String> gone = new HashSet<>(removed);
        List<Grid> edited = new ArrayList<>();
        for (Grid row : rows) {
            String code = row.code();
            Grid other = others.remove(code);
            if (fresh.contains(code)) {
                throw new RevisionException("there is a grid %s already".formatted(code));
            } else if (gone.remove(code)) {
                refuseUpper(row, "removed");
            } else if (other != null) {
                refuseOtherLevel(row, other);
                edited.add(other);
            } else {
                edited.add(row);
            }
        }
        refuseMissing(others.keySet(), "change");
        refuseMissing(gone, "remove");
        edited.addAll(added);
        return edited;
    }

    /** Refuses what can't be a grid, and what is named twice. */
    private void refuseUnfit() throws RevisionException {
        Set<String> named = new HashSet<>(removed);
        for (Grid grid : Stream.concat(added.stream(), changed.stream()).toList()) {
            String code = grid.code();
            refuseUpper(grid, "drawn");
            if (!Grid.CODE.matcher(code).matches()) {
                throw new RevisionException(
                        "\"%s\" is not a code (1 to 32 of 0-9, A-Z, a-z and -)".formatted(code));
            }
            if (!named.add(code)) {
                throw new RevisionException("grid %s is named twice".formatted(code));
            }
            if (grid.geometry().isEmpty() || !grid.geometry().isValid()) {
                throw new RevisionException("the outline of grid %s is invalid".formatted(code));
            }
        }
    }

    private static void refuseMissing(Set<String> codes, String what) throws RevisionException {
        if (!codes.isEmpty()) {
            throw new RevisionException(
                    "there is no grid %s to %s".formatted(codes.iterator().next(), what));
        }
    }

    private static void refuseUpper(Grid grid, String what) throws RevisionException {
        if (!DRAWN.contains(grid.level())) {
            throw new RevisionException(
                    "grid %s can't be %s: only micro and dedicated grids can, what is above follows"
                            .formatted(grid.code(), what));
        }
    }

    private static void refuseOtherLevel(Grid before, Grid after) throws RevisionException {
        if (before.level() != after.level()) {
            throw new RevisionException(
                    "grid %s is a %s grid already".formatted(before.code(), before.level()));
        }
    }
}
