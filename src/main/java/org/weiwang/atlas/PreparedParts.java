package org.weiwang.atlas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.edition.Edition;

/**
 * The parts that come into force soon, held ready beside the atlas in force so that a swap need not
 * load them: those of the next minutes, however many districts change in them and how often, and
 * those that are published by hand. All of them, since between one moment and the next there may be
 * no time to load. They are loaded one after another. Until the swap they take up as much memory
 * again as the districts that change, without addresses that stay the same. Thread-safe.
 */
final class PreparedParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PreparedParts.class);

    private final AtlasSource source;
    private final Worker worker = new Worker("atlas-prepare");
    private final Runnable ready;
    private final Map<DistrictPart.Version, DistrictPart> parts = new LinkedHashMap<>();
    private List<DistrictPart.Version> wanted = List.of();
    private List<DistrictPart.Version> missing = List.of();
    private Set<Edition> late = Set.of();

    /**
     * @param ready run whenever a part has come to be held
     */
    PreparedParts(AtlasSource source, Runnable ready) {
        this.source = source;
        this.ready = ready;
    }

    /**
     * Begins to load the first that is upcoming and not there, and lets go what is not needed. To
     * be called again when a part is ready, for the next one.
     *
     * @param answering the parts of the atlas that answers
     */
    synchronized void want(Outlook outlook, Collection<DistrictPart> answering) {
        wanted = outlook.upcoming();
        missing =
                wanted.stream()
                        .filter(version -> !parts.containsKey(version))
                        .filter(version -> answering.stream().noneMatch(part -> part.isOf(version)))
                        .toList();
        late = new HashSet<>(outlook.editions());
        answering.forEach(part -> late.remove(part.edition()));
        parts.keySet().removeIf(version -> !isNeeded(version));
        List<DistrictPart> shared = new ArrayList<>(answering);
        shared.addAll(parts.values());
        missing.stream()
                .findFirst()
                .ifPresent(
                        version ->
                                worker.begin(
                                        () -> source.part(version, shared).ifPresent(this::hold),
                                        ready));
    }

    /**
     * One with other data sets is needed until it is there with those that are wanted, and one that
     * should answer already until it does.
     */
    private boolean isNeeded(DistrictPart.Version version) {
        return wanted.contains(version)
                || missing.stream().anyMatch(version::isOfEditionOf)
                || late.contains(version.edition());
    }

    private synchronized void hold(DistrictPart loaded) {
        if (isNeeded(loaded.version())) {
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
