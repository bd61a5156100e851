package org.weiwang.edition.revising;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.grid.repair.Repair;
import org.weiwang.grid.repair.Repairs;

/**
 * The repairs that are proposed for editions; those asked for last are kept. One edition is gone
 * through at a time. Thread-safe.
 */
public final class Proposals {
    private static final int KEPT = 4;

    private final RecentRows rows;

    /** By edition, in the order of last use. */
    private final Map<String, List<Repair>> recent = new LinkedHashMap<>(2 * KEPT, 0.75f, true);

    public Proposals(RecentRows rows) {
        this.rows = rows;
    }

    /**
     * @throws NoSuchEditionException when it is not there
     */
    public synchronized List<Repair> of(String edition) throws NoSuchEditionException {
        List<Repair> known = recent.get(edition);
        if (known != null) {
            return known;
        }
        List<Repair> proposed = Repairs.propose(rows.of(edition));
        recent.put(edition, proposed);
        if (recent.size() > KEPT) {
            recent.remove(recent.keySet().iterator().next());
        }
        return proposed;
    }

    /** One of them. */
    public Optional<Repair> repair(String edition, String id) throws NoSuchEditionException {
        return of(edition).stream().filter(repair -> repair.id().equals(id)).findFirst();
    }
}
