package org.weiwang.edition.revising;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.grid.Grid;

/**
 * The rows of the editions that somebody works on, which never change; those asked for last are
 * kept. Thread-safe.
 */
public final class RecentRows {
    private static final int KEPT = 2;

    private final EditionStore store;

    /** In the order of last use. */
    private final Map<Edition, List<Grid>> recent = new LinkedHashMap<>(2 * KEPT, 0.75f, true);

    public RecentRows(EditionStore store) {
        this.store = store;
    }

    /**
     * Those that can't be grids last.
     *
     * @throws NoSuchEditionException when it is not there
     */
    public synchronized List<Grid> of(String id) throws NoSuchEditionException {
        Edition edition =
                store.edition(id).orElseThrow(() -> new NoSuchEditionException(id)).edition();
        List<Grid> rows = recent.get(edition);
        if (rows == null) {
            rows =
                    store.contents(edition)
                            .orElseThrow(() -> new NoSuchEditionException(id))
                            .grids();
            recent.put(edition, rows);
            if (recent.size() > KEPT) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
        return rows;
    }
}
