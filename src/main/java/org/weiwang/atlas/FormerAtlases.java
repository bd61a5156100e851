package org.weiwang.atlas;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * The atlases that were in force until some minutes ago. However many they are, each is kept as
 * long: it shares with the others the parts that did not change and, of the others, the outlines
 * that did not. They answer for their layers alone. Thread-safe.
 */
final class FormerAtlases {
    private final Formers<Atlas> formers;

    /**
     * @param clock by which they are let go
     */
    FormerAtlases(InstantSource clock) {
        this.formers = new Formers<>(clock);
    }

    /** Keeps what the next one has replaced, unless a history has ended with it. */
    void keep(Atlas replaced, Atlas next) {
        if (!replaced.history().id().equals(next.history().id())) {
            formers.clear();
        } else if (replaced.version() != next.version()) {
            formers.keep(replaced.layersAlone());
        }
    }

    /** The one of the history, as {@link History#id}, and the version. */
    Optional<Atlas> of(UUID history, long version) {
        return formers.find(
                atlas -> atlas.version() == version && atlas.history().id().equals(history));
    }

    /** As {@link Formers#letGo}. */
    void letGo() {
        formers.letGo();
    }

    void clear() {
        formers.clear();
    }

    int size() {
        return formers.size();
    }
}
