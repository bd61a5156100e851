package org.weiwang.atlas;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A district's next part, held ready beside the atlas in force so that a swap need not load it. One
 * at most: what is held ready costs memory, and districts are published one after another.
 * Thread-safe.
 */
final class PreparedPart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreparedPart.class);

    private final AtlasSource source;
    private final Worker worker = new Worker("atlas-prepare");
    private final Runnable ready;
    private DistrictPart.Version wanted;
    private DistrictPart part;

    /**
     * @param ready run whenever a part has come to be held
     */
    PreparedPart(AtlasSource source, Runnable ready) {
        this.source = source;
        this.ready = ready;
    }

    /**
     * Begins to load what is wanted, unless it is there already, and lets anything else go.
     *
     * @param inForce the parts of the atlas in force
     */
    synchronized void want(
            Optional<DistrictPart.Version> version, Collection<DistrictPart> inForce) {
        wanted = version.orElse(null);
        if (part != null && !part.version().equals(wanted)) {
            part = null;
        }
        if (wanted != null && !isThere(inForce)) {
            DistrictPart.Version loading = wanted;
            worker.begin(() -> source.part(loading, inForce).ifPresent(this::hold), ready);
        }
    }

    private boolean isThere(Collection<DistrictPart> inForce) {
        return part != null || inForce.stream().anyMatch(held -> held.version().equals(wanted));
    }

    private synchronized void hold(DistrictPart loaded) {
        if (loaded.version().equals(wanted)) {
            part = loaded;
            LOG.atInfo().addKeyValue("edition", loaded.edition().id()).log("part prepared");
        }
    }

    /** What is held ready; empty or one. */
    synchronized List<DistrictPart> held() {
        return part == null ? List.of() : List.of(part);
    }

    @Override
    public void close() {
        worker.close();
    }
}
