package org.weiwang.atlas;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.weiwang.edition.Edition;

/** What was published, and so which edition was, is or will be in force when. Immutable. */
public final class History {
    private final UUID id;
    private final List<Entry> entries;

    /** That an edition is in force in its district from a moment on, until another is. */
    public record Entry(Edition edition, Instant from) {}

    /**
     * @param entries by time; of several of one time and district the last counts
     */
    public History(UUID id, List<Entry> entries) {
        this.id = id;
        this.entries = List.copyOf(entries);
    }

    /**
     * What tells it from that of another database, or of this one before a backup was restored: the
     * same edition and the same data set may be others there.
     */
    public UUID id() {
        return id;
    }

    /**
     * The editions in force at the moment, ordered by district. They are also those that were in
     * force last in a time that ends with the moment: a district that has had an edition is never
     * without one again.
     */
    public List<Edition> at(Instant moment) {
        SortedMap<String, Edition> inForce = new TreeMap<>();
        for (Entry entry : entries) {
            if (!entry.from().isAfter(moment)) {
                inForce.put(entry.edition().district(), entry.edition());
            }
        }
        return List.copyOf(inForce.values());
    }

    /** Whether something comes into force after the one moment and until the other. */
    public boolean changes(Instant after, Instant until) {
        return entries.stream()
                .anyMatch(entry -> entry.from().isAfter(after) && !entry.from().isAfter(until));
    }

    /** The edition of this id, if it is or was in force at the moment. */
    public Optional<Edition> edition(String id, Instant moment) {
        return entries.stream()
                .filter(entry -> !entry.from().isAfter(moment))
                .map(Entry::edition)
                .filter(edition -> edition.id().equals(id))
                .findFirst();
    }

    /** When the first edition of all came into force, if that is not after the moment. */
    public Optional<Instant> beginning(Instant moment) {
        return entries.stream()
                .map(Entry::from)
                .filter(from -> !from.isAfter(moment))
                .min(Comparator.naturalOrder());
    }
}
