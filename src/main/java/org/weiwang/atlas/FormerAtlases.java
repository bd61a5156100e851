package org.weiwang.atlas;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

/**
 * The atlases that were in force until some minutes ago, so that whoever reads a layer page by page
 * goes on with what the first page was of. However many they are, each is kept for ten minutes: it
 * shares with the others the parts that did not change and, of the others, the outlines that did
 * not. They answer for their layers alone. Thread-safe.
 */
final class FormerAtlases {
    static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final InstantSource clock;

    /** In the order in which they were replaced. */
    private final Deque<Former> formers = new ArrayDeque<>();

    private record Former(Atlas atlas, Instant replacedAt) {}

    /**
     * @param clock by which they are let go
     */
    FormerAtlases(InstantSource clock) {
        this.clock = clock;
    }

    /** Keeps what the next one has replaced, unless a history has ended with it. */
    synchronized void keep(Atlas replaced, Atlas next) {
        if (!replaced.history().id().equals(next.history().id())) {
            clear();
        } else if (replaced.version() != next.version()) {
            formers.addLast(new Former(replaced.layersAlone(), clock.instant()));
        }
    }

    /** The one of the history, as {@link History#id}, and the version. */
    synchronized Optional<Atlas> of(UUID history, long version) {
        letGo();
        return formers.stream()
                .map(Former::atlas)
                .filter(atlas -> atlas.version() == version)
                .filter(atlas -> atlas.history().id().equals(history))
                .findFirst();
    }

    /** Those whose time is over; to be called again and again, so that their memory is free. */
    synchronized void letGo() {
        Instant limit = clock.instant().minus(KEPT_FOR);
        formers.removeIf(former -> !former.replacedAt().isAfter(limit));
    }

    synchronized void clear() {
        formers.clear();
    }

    synchronized int size() {
        return formers.size();
    }
}
