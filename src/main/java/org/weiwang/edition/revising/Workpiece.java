package org.weiwang.edition.revising;

import java.util.List;
import java.util.Optional;
import org.weiwang.grid.Grid;
import org.weiwang.grid.repair.Repair;
import org.weiwang.grid.repair.Repairs;

/** An edition that somebody works on. Thread-safe. */
public final class Workpiece {
    private final List<Grid> rows;

    /** Null before anybody asked for them. */
    private List<Repair> repairs;

    Workpiece(List<Grid> rows) {
        this.rows = rows;
    }

    /** All of it, those that can't be grids last. */
    public List<Grid> rows() {
        return rows;
    }

    /** The repairs that are proposed for it; looked for once, which takes some seconds. */
    public synchronized List<Repair> repairs() {
        if (repairs == null) {
            repairs = Repairs.propose(rows);
        }
        return repairs;
    }

    /** One of them. */
    public Optional<Repair> repair(String id) {
        return repairs().stream().filter(repair -> repair.id().equals(id)).findFirst();
    }
}
