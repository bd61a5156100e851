package org.weiwang.edition.revising;

import java.util.LinkedHashMap;
import java.util.Map;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.NoSuchEditionException;

/**
 * The editions that somebody works on, which never change; those asked for last are kept.
 * Thread-safe.
 */
public final class Workpieces {
    private static final int KEPT = 2;

    private final EditionStore store;

    /** In the order of last use. */
    private final Map<Edition, Workpiece> recent = new LinkedHashMap<>(2 * KEPT, 0.75f, true);

    public Workpieces(EditionStore store) {
        this.store = store;
    }

    /**
     * @throws NoSuchEditionException when it is not there
     */
    public Workpiece of(String id) throws NoSuchEditionException {
        Edition edition =
                store.edition(id).orElseThrow(() -> new NoSuchEditionException(id)).edition();
        return kept(edition);
    }

    /** One edition is read at a time. */
    private synchronized Workpiece kept(Edition edition) throws NoSuchEditionException {
        Workpiece workpiece = recent.get(edition);
        if (workpiece == null) {
            workpiece =
                    new Workpiece(
                            store.contents(edition)
                                    .orElseThrow(() -> new NoSuchEditionException(edition.id()))
                                    .grids());
            recent.put(edition, workpiece);
            if (recent.size() > KEPT) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
        return workpiece;
    }
}
