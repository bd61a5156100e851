package org.weiwang.edition.revising;

import java.util.List;
import java.util.Set;
import org.weiwang.grid.Grid;
import org.weiwang.grid.repair.NoSuchRepairException;
import org.weiwang.grid.repair.Repairs;

/** Makes other rows of an edition's. */
@FunctionalInterface
public interface Revision {
    /**
     * @param rows of all levels, those that can't be grids too; not to be changed
     * @throws RevisionException when it can't be made of these rows
     */
    List<Grid> of(List<Grid> rows) throws RevisionException;

    /** Everything that can be mended mechanically. */
    static Revision repairingAll() {
        return Repairs::applyAll;
    }

    /**
     * @param repairs ids of those that are chosen
     */
    static Revision repairing(Set<String> repairs) {
        return rows -> {
            try {
                return Repairs.apply(rows, repairs);
            } catch (NoSuchRepairException e) {
                throw new RevisionException(e.getMessage());
            }
        };
    }
}
