package org.weiwang.atlas;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts that come into force soon, held ready beside the atlas in force so that a swap need not
 * load them: those of the next minutes, however many districts change in them and how often, and
 * those that are published by hand. They are loaded one after another. Until the swap they take up
 * as much memory again as the districts that change, without addresses that stay the same.
 * Thread-safe.
 */
final class PreparedParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreparedParts.class);

    private final AtlasSource source;
    private final Worker worker = new Worker("atlas-prepare");
    private final Runnable ready;
    private final Map<DistrictPart.Version, DistrictPart> parts = new LinkedHashMap<>();
    private List<DistrictPart.Version> wanted = List.of();

    /**
     * @param ready run whenever a part has come to be held
     */
    PreparedParts(AtlasSource source, Runnable ready) {
        this.source = source;
        this.ready = ready;
    }

    /**
     * Begins to load the first that is wanted and not there, and lets go what is not wanted. To be
     * called again when a part is ready, for the next one.
     *
     * @param versions the most urgent first
     * @param inForce the parts of the atlas in force
     */
    synchronized void want(List<DistrictPart.Version> versions, Collection<DistrictPart> inForce) {
        wanted = versions;
        parts.keySet().retainAll(versions);
        versions.stream()
                .filter(version -> !parts.containsKey(version))
                .filter(version -> inForce.stream().noneMatch(part -> part.isOf(version)))
                .findFirst()
                .ifPresent(
                        version ->
                                worker.begin(
                                        () -> source.part(version, inForce).ifPresent(this::hold),
                                        ready));
    }

    private synchronized void hold(DistrictPart loaded) {
        if (wanted.contains(loaded.version())) {
            parts.put(loaded.version(), loaded);
            LOG.atInfo().addKeyValue("edition", loaded.edition().id()).log("part prepared");
        }
    }

    /** What is held ready. */
    synchronized List<DistrictPart> held() {
        return List.copyOf(parts.values());
    }

    @Override
    public void close() {
        worker.close();
    }
}
