package org.weiwang.atlas.circle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.circle.analysis.Analysis;
import org.weiwang.circle.analysis.CircleResult;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.City;
import org.weiwang.circle.isochrone.Surroundings;
import org.weiwang.circle.planning.Planning;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.standard.Category;

/**
 * A city, ready to be asked. What was found is kept in the archive and, of the last two questions,
 * in memory. Thread-safe.
 */
public final class LivingCircle {
    private static final Logger LOG = LoggerFactory.getLogger(LivingCircle.class);
    private static final int HELD = 2;

    /** Far larger than findings: some 16 bytes for each home and category. */
    private static final int PLANNINGS_HELD = 2;

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final City city;
    private final Archive archive;
    private final Map<Profile, Surroundings> surroundings = new ConcurrentHashMap<>();

    /** Computing takes all processors, so that one is computed at a time. */
    private final Turns turn =
            new Turns(1, "Living circles of another question are being computed; ask again later");

    private final Recent<Stamp, Findings> findings = new Recent<>(HELD);
    private final Recent<Stamp, Planning> plannings = new Recent<>(PLANNINGS_HELD);
    private final Recent<Asked, UnservedHomes> unserved;

    /** Of a category, by a question. */
    private record Asked(Stamp stamp, String category) {}

    /** Computes what is not held. */
    private interface Making<V> {
        V make() throws InterruptedException;
    }

    /**
     * @param unservedHeld of how many categories unserved homes are kept in memory
     */
    LivingCircle(City city, Archive archive, int unservedHeld) {
        this.city = city;
        this.archive = archive;
        this.unserved = new Recent<>(unservedHeld);
    }

    public City city() {
        return city;
    }

    /** Made when it is first asked for, while others who ask wait, and kept. */
    public Surroundings surroundings(Profile profile) {
        return surroundings.computeIfAbsent(profile, key -> new Surroundings(city, key));
    }

    /**
     * Read from the archive, else computed, when they are first asked for.
     *
     * @throws BusyException when others are being computed, as {@link Turns#take} has it
     */
    public Findings findings(Question question) throws BusyException, InterruptedException {
        Stamp stamp = stamp(question);
        return held(findings, stamp, () -> findOrCompute(question, stamp));
    }

    /** The findings that are in memory, those asked for last at the end. */
    List<Findings> held() {
        return findings.values();
    }

    /**
     * What finds the effects of plans. Made when it is first asked for, and of the last two
     * questions kept in memory.
     *
     * @throws BusyException as {@link #findings}
     */
    public Planning planning(Question question) throws BusyException, InterruptedException {
        return held(plannings, stamp(question), () -> newPlanning(question));
    }

    private Planning newPlanning(Question question) throws InterruptedException {
        long start = System.nanoTime();
        Planning planning = Planning.of(city, question, THREADS);
        LOG.atInfo()
                .addKeyValue("standard", question.standard().id())
                .addKeyValue("profile", question.profile())
                .addKeyValue("rule", question.rule())
                .addKeyValue("bytes", planning.bytes())
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .log("ready to plan facilities");
        return planning;
    }

    private <K, V> V held(Recent<K, V> recent, K key, Making<V> making)
            throws BusyException, InterruptedException {
        Optional<V> present = recent.get(key);
        return present.isPresent() ? present.get() : turn.take(() -> made(recent, key, making));
    }

    private static <K, V> V made(Recent<K, V> recent, K key, Making<V> making)
            throws InterruptedException {
        // Whose turn it was may have asked the same.
        Optional<V> since = recent.get(key);
        if (since.isPresent()) {
            return since.get();
        }
        V made = making.make();
        recent.put(key, made);
        return made;
    }

    /** By and from what the question is answered. */
    public Stamp stamp(Question question) {
        return Stamp.of(question, city.versions());
    }

    private Findings findOrCompute(Question question, Stamp stamp) throws InterruptedException {
        Optional<Findings> kept = archive.find(stamp);
        if (kept.isPresent()) {
            return kept.get();
        }
        CircleResult result = Analysis.of(city, question, THREADS);
        Findings computed = new Findings(result.stamp(), result.groups(), result.equity());
        archive.keep(computed);
        return computed;
    }

    /**
     * The homes that the category does not serve. Searched for when they are first asked for, and
     * kept in memory, half as large as what plans are for; of as many categories, those last asked
     * for, as the usual standard has, so that pages of all of them are had side by side.
     *
     * @return empty where the standard does not say what serves
     * @throws BusyException as {@link #findings}
     */
    public Optional<UnservedHomes> unserved(Question question, Category category)
            throws BusyException, InterruptedException {
        OptionalInt limit = category.limit(question.rule());
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        Asked key = new Asked(stamp(question), category.id());
        return Optional.of(
                held(
                        unserved,
                        key,
                        () -> UnservedHomes.of(city, question, category, limit.getAsInt())));
    }
}
