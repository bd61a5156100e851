package org.weiwang.atlas.circle;

import java.lang.ref.SoftReference;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.Formers;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.DataVersions;

/**
 * What layers need of the circles that answered until some minutes ago, for those who read them
 * page by page: the grids of each, and figures, of which few are held, and only as long as nothing
 * else needs their memory; others are read from the archive. Thread-safe.
 */
final class FormerCircles {
    /** Some 60 bytes for each group and category. */
    private static final int FINDINGS_HELD = 2;

    private final Formers<Former> formers;
    private final Archive archive;
    private final Recent<Stamp, SoftReference<Findings>> findings = new Recent<>(FINDINGS_HELD);

    /** All rows of a run are read at once. */
    private final Turns turn =
            new Turns(1, "Figures of living circles are being read; ask again later");

    /** The grids, and what the circle of them was made from. */
    record Former(Atlas grids, DataVersions versions) {}

    /**
     * @param clock by which they are let go
     */
    FormerCircles(Archive archive, InstantSource clock) {
        this.archive = archive;
        this.formers = new Formers<>(clock);
    }

    /** Keeps what the next one has replaced, unless a history has ended with it. */
    void keep(GriddedCircle replaced, GriddedCircle next) {
        if (!replaced.versions().history().equals(next.versions().history())) {
            clear();
        } else {
            formers.keep(new Former(replaced.atlas().layersAlone(), replaced.versions()));
            replaced.circle().held().forEach(this::hold);
        }
    }

    private void hold(Findings found) {
        findings.put(found.stamp(), new SoftReference<>(found));
    }

    private Optional<Findings> held(Stamp stamp) {
        return findings.get(stamp).map(SoftReference::get);
    }

    Optional<Former> find(Predicate<DataVersions> test) {
        return formers.find(former -> test.test(former.versions()));
    }

    /**
     * The figures that were found by the question, be it here or by another server.
     *
     * @return empty when they were not kept, or not yet
     * @throws org.weiwang.edition.StoreFailure when they can't be read
     */
    Optional<Findings> findings(Question question, DataVersions versions)
            throws BusyException, InterruptedException {
        Stamp stamp = Stamp.of(question, versions);
        Optional<Findings> held = held(stamp);
        return held.isPresent() ? held : turn.take(() -> read(stamp));
    }

    private Optional<Findings> read(Stamp stamp) {
        // Whose turn it was may have read the same.
        Optional<Findings> since = held(stamp);
        if (since.isPresent()) {
            return since;
        }
        Optional<Findings> read = archive.read(stamp);
        read.ifPresent(this::hold);
        return read;
    }

    /**
     * What is of use no more; to be called again and again, so that its memory is free.
     *
     * @param coming of which other servers may have the circle already
     */
    void letGo(Collection<DataVersions> coming) {
        formers.letGo();
        findings.retain(
                stamp -> coming.contains(stamp.data()) || find(stamp.data()::equals).isPresent());
    }

    void clear() {
        formers.clear();
        findings.retain(stamp -> false);
    }
}
