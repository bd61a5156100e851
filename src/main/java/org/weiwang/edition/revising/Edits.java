package org.weiwang.edition.revising;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/**
 * What somebody drew: micro and dedicated grids that are new or other than before, and those that
 * are gone. The grids above them become what is below them.
 *
 * @param drawn whole; in the place of those of the same codes
 * @param removed codes
 */
public record Edits(List<Grid> drawn, Set<String> removed) implements Revision {
    private static final Set<Level> DRAWN = Set.of(Level.MICRO, Level.DEDICATED);

    public Edits {
        drawn = List.copyOf(drawn);
        removed = Set.copyOf(removed);
    }

    @Override
    public List<Grid> of(List<Grid> rows) throws RevisionException {
        return new Derivation(rows, edited(rows)).derived();
    }

    private List<Grid> edited(List<Grid> rows) throws RevisionException {
        Map<String, Grid> byCode = checked();
        Set<String> gone = new HashSet<>(removed);
        List<Grid> edited = new ArrayList<>();
        for (Grid row : rows) {
            Grid other = byCode.remove(row.code());
            if (gone.remove(row.code())) {
                refuseUpper(row, "removed");
            } else if (other != null) {
                refuseOtherLevel(row, other);
                edited.add(other);
            } else {
                edited.add(row);
            }
        }
        if (!gone.isEmpty()) {
            throw new RevisionException(
                    "there is no grid %s to remove".formatted(gone.iterator().next()));
        }
        edited.addAll(byCode.values());
        return edited;
    }

    /** What is drawn, by code. */
    private Map<String, Grid> checked() throws RevisionException {
        Map<String, Grid> byCode = new LinkedHashMap<>();
        for (Grid grid : drawn) {
            String code = grid.code();
            refuseUpper(grid, "drawn");
            if (!Grid.CODE.matcher(code).matches()) {
                throw new RevisionException(
                        "\"%s\" is not a code (1 to 32 of 0-9, A-Z, a-z and -)".formatted(code));
            }
            if (removed.contains(code) || byCode.put(code, grid) != null) {
                throw new RevisionException("grid %s is named twice".formatted(code));
            }
            if (grid.geometry().isEmpty() || !grid.geometry().isValid()) {
                throw new RevisionException("the outline of grid %s is invalid".formatted(code));
            }
        }
        return byCode;
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
