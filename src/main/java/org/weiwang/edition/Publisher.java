package org.weiwang.edition;

import java.time.Duration;
import java.time.Instant;
import org.weiwang.access.Actor;

/**
 * Puts an edition in force: everything that takes long is prepared beside what is in force, then
 * one short transaction commits. Rolling back is publishing an earlier edition. Thread-safe.
 */
public final class Publisher {
    private final EditionStore store;
    private final Servers servers;
    private final Duration limit;

    /**
     * @param limit how long to wait for the servers to prepare
     */
    public Publisher(EditionStore store, Servers servers, Duration limit) {
        this.store = store;
        this.servers = servers;
        this.limit = limit;
    }

    /**
     * @param late the servers that are; none when it takes effect so much later that they are not
     *     asked
     */
    public record Result(Publication publication, Servers.Late late) {}

    /**
     * @param effectiveFrom not before now; null for now
     * @param replaced what would be in force then without this publication, as far as the caller
     *     knows; null where anything may be
     * @throws OutdatedException when something else is or would be in force then
     * @throws ConflictException when another publication of the district is made meanwhile, an
     *     import of it is running, or the edition would be in force then anyway
     * @throws PublishException when the time has passed, or a code is in force in another district
     */
    public Result publish(String id, Instant effectiveFrom, Replaced replaced, Actor by)
            throws NoSuchEditionException, ConflictException, PublishException {
        Edition edition =
                store.edition(id).orElseThrow(() -> new NoSuchEditionException(id)).edition();
        long head = store.head(edition.district());
        store.prepare(edition, effectiveFrom, replaced);
        if (!isSoon(effectiveFrom)) {
            return new Result(
                    store.publish(edition, effectiveFrom, head, replaced, by), Servers.Late.NONE);
        }
        try {
            Servers.Late late = servers.prepare(edition, limit);
            return new Result(store.publish(edition, effectiveFrom, head, replaced, by), late);
        } finally {
            servers.over(edition);
        }
    }

    /** Servers hold no part ready for longer, so that waiting for them would be in vain. */
    private static boolean isSoon(Instant effectiveFrom) {
        return effectiveFrom == null || effectiveFrom.isBefore(Instant.now().plus(Servers.AHEAD));
    }
}
