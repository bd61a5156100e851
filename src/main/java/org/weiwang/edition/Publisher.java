package org.weiwang.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
     * @param serversNotPrepared names of the servers that will be late; empty when it takes effect
     *     so much later that they are not asked
     */
    public record Result(Publication publication, List<String> serversNotPrepared) {}

    /** As the other, whatever is in force. */
    public Result publish(String id, Instant effectiveFrom, Actor by)
            throws NoSuchEditionException, ConflictException, PublishException {
        return publish(id, effectiveFrom, null, by);
    }

    /**
     * @param effectiveFrom not before now; null for now
     * @param replaced what the caller takes to be in force now, also when it is for a later moment;
     *     null where anything may be
     * @throws OutdatedException when something else is in force
     * @throws ConflictException when another publication of the district is made meanwhile, an
     *     import of it is running, or the edition would be in force then anyway
     * @throws PublishException when the time has passed, or a code is in force in another district
     */
    public Result publish(String id, Instant effectiveFrom, Replaced replaced, Actor by)
            throws NoSuchEditionException, ConflictException, PublishException {
        Edition edition =
                store.edition(id).orElseThrow(() -> new NoSuchEditionException(id)).edition();
        long head = store.head(edition.district());
        // After the head: a publication that is made from here on is met when this one is written.
        if (replaced != null) {
            replaced.refuseOther(inForce(edition.district()));
        }
        store.prepare(edition, effectiveFrom);
        if (!isSoon(effectiveFrom)) {
            return new Result(store.publish(edition, effectiveFrom, head, by), List.of());
        }
        try {
            List<String> notPrepared = servers.prepare(edition, limit);
            return new Result(store.publish(edition, effectiveFrom, head, by), notPrepared);
        } finally {
            servers.over(edition);
        }
    }

    private String inForce(String district) {
        return store.editions(Optional.of(district)).stream()
                .filter(one -> one.state() == EditionSummary.State.PUBLISHED)
                .map(one -> one.edition().id())
                .findFirst()
                .orElse(null);
    }

    /** Servers hold no part ready for longer, so that waiting for them would be in vain. */
    private static boolean isSoon(Instant effectiveFrom) {
        return effectiveFrom == null || effectiveFrom.isBefore(Instant.now().plus(Servers.AHEAD));
    }
}
