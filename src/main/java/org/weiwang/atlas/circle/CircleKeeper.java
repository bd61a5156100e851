package org.weiwang.atlas.circle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.atlas.Watch;
import org.weiwang.atlas.Worker;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.CityOutlook;
import org.weiwang.circle.city.CitySource;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.standard.Standard;
import org.weiwang.circle.standard.Standards;

/**
 * Holds the living circle of the city in force and swaps it whole, together with the atlas of the
 * same editions. Circles are made one at a time in a thread of their own: that of what is in force,
 * then that of what comes next, which is held ready beside it; of several moments to come only the
 * first, since a circle is as large as its city. Until both the atlas and the circle of what is in
 * force are there, those before go on answering together, as they do while the source can't be
 * reached. What could not be made is tried again and again; until that succeeds, the atlas of what
 * answers is held beside the one in force, twice as much at most. Where memory does not suffice to
 * make what is in force, all circles that are held are let go first. Of what was replaced, and of
 * what other servers have sooner, layers can be had. Looks when it is {@link #wake woken}, when the
 * atlas is swapped, and every two seconds. Thread-safe.
 */
public final class CircleKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CircleKeeper.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    /** How what is held compares with what is in force. */
    public enum State {
        /** This server does without. */
        OFF,
        /** There is nothing to answer with yet. */
        LOADING,
        /** What answers is made from other data than are in force, which are being read. */
        BEHIND,
        /** What answers is made from what was in force when the source was last asked. */
        READY
    }

    private final AtlasKeeper atlases;
    private final CitySource source;
    private final CircleRoster roster;
    private final Archive archive;
    private final Question usual;
    private final boolean isOn;
    private final Watch watch = new Watch("circle-watch", this::look);
    private final Worker worker = new Worker("circle");
    private final Failures failures = new Failures();
    private final CirclePages pages;
    private CityOutlook seen;
    private GriddedCircle current;

    /** Made, and not answering yet; null for none. */
    private LivingCircle prepared;

    /** Whether the last look failed. Only the watch's. */
    private boolean isAway;

    /**
     * @param atlases of the same data
     * @param store of what is found
     * @param roster is told of what is held ready, unless nothing is to be made
     * @param standards of which the first is the usual one: what it says of its first walker, by
     *     its own rule, is found beforehand
     * @param isOn whether anything is to be made at all
     */
    public CircleKeeper(
            AtlasKeeper atlases,
            CitySource source,
            CircleStore store,
            CircleRoster roster,
            Standards standards,
            boolean isOn) {
        this(atlases, source, store, roster, standards, isOn, InstantSource.system());
    }

    /**
     * @param clock by which what was replaced is let go
     */
    CircleKeeper(
            AtlasKeeper atlases,
            CitySource source,
            CircleStore store,
            CircleRoster roster,
            Standards standards,
            boolean isOn,
            InstantSource clock) {
        this.atlases = atlases;
        this.source = source;
        this.roster = roster;
        this.archive = new Archive(store);
        this.pages = new CirclePages(atlases, archive, watch::wake, clock);
        Standard first = standards.all().get(0);
        this.usual = new Question(first, first.walkers().get(0).id(), first.rule());
        this.isOn = isOn;
    }

    /** Begins to read, and then to watch for what is newer, in the background. */
    public void start() {
        if (isOn) {
            atlases.onSwap(watch::wake);
            watch.start();
        }
    }

    /** To be called when something may have changed; returns at once. */
    public void wake() {
        watch.wake();
    }

    /** Empty until the first is made. */
    public Optional<LivingCircle> current() {
        return gridded().map(GriddedCircle::circle);
    }

    /** As {@link #current}, with its grids. */
    public synchronized Optional<GriddedCircle> gridded() {
        return Optional.ofNullable(current);
    }

    /**
     * What layers are made of that carry the stamp: by what answers, by what that has replaced in
     * the last ten minutes, or by what is to answer next, which may answer on another server some
     * moments sooner, and is waited for.
     *
     * @param isNamed whether a stamp of the question is that one
     * @param patience how long it is waited for
     * @return empty when it is older, or was never here
     * @throws BusyException when it is not here yet, or as {@link LivingCircle#findings}
     * @throws org.weiwang.edition.StoreFailure when it is not in memory and can't be read
     */
    public Optional<CircleLayer> await(
            Question question, Predicate<Stamp> isNamed, Duration patience)
            throws BusyException, InterruptedException {
        return pages.await(question, isNamed, patience);
    }

    public synchronized State state() {
        if (!isOn) {
            return State.OFF;
        }
        if (current == null) {
            return State.LOADING;
        }
        return isAnswering(seen.inForce()) ? State.READY : State.BEHIND;
    }

    /** Waits for one that passes the test, and returns it. */
    public synchronized LivingCircle await(Predicate<LivingCircle> test)
            throws InterruptedException {
        while (current == null || !test.test(current.circle())) {
            wait();
        }
        return current.circle();
    }

    private Duration look() {
        if (atlases.current().isPresent()) {
            try {
                pages.beginLook();
                follow(source.outlook());
                report();
                reached();
            } catch (RuntimeException | Error e) {
                // The thread would end.
                away(e);
            }
        }
        return PERIOD;
    }

    private synchronized void follow(CityOutlook outlook) {
        seen = outlook;
        failures.retain(coming().toList());
        putTogether();
        pages.endLook(coming().filter(versions -> !isAnswering(versions)).toList());
        if (prepared != null && coming().noneMatch(this::isPrepared)) {
            prepared = null;
        }
        wanted().filter(versions -> !isPrepared(versions))
                .ifPresent(versions -> worker.begin(() -> prepare(versions), watch::wake));
    }

    /**
     * Puts in force what is held ready for it, and takes up a newer atlas of the same editions.
     * Data sets may have come while it was made: it is newer than what answers all the same, and
     * where data come often nothing would ever be in force.
     */
    private synchronized void putTogether() {
        Atlas atlas = atlases.current().orElseThrow();
        if (prepared != null && GriddedCircle.fit(atlas, prepared.city().versions())) {
            put(new GriddedCircle(atlas, prepared));
            prepared = null;
            LOG.info("living circle in force");
        } else if (current != null && GriddedCircle.fit(atlas, current.versions())) {
            put(new GriddedCircle(atlas, current.circle()));
        }
    }

    private synchronized void put(GriddedCircle next) {
        pages.put(next);
        current = next;
        notifyAll();
    }

    /** What is to be made, or was and is to be held ready: the most urgent. */
    private Optional<DataVersions> wanted() {
        return coming().filter(
                        versions -> !isAnswering(versions) && !failures.isLeftAlone(versions))
                .findFirst();
    }

    /** The most urgent first. */
    private Stream<DataVersions> coming() {
        return Stream.concat(
                Stream.of(seen.inForce()),
                seen.upcoming().stream().map(CityOutlook.Upcoming::versions));
    }

    private boolean isAnswering(DataVersions versions) {
        return current != null && current.versions().equals(versions);
    }

    private void report() {
        List<String> editions;
        Instant asOf;
        synchronized (this) {
            editions = settled();
            asOf = seen.asOf();
        }
        roster.reportCircles(editions, asOf);
    }

    /**
     * The editions that are upcoming and for which nothing more is made. One that is published and
     * scheduled too may come with other data each time: what is most urgent of it counts, since
     * that is what a publisher waits for, and more than one is never held.
     */
    private List<String> settled() {
        Map<String, DataVersions> first = new LinkedHashMap<>();
        seen.upcoming().forEach(next -> first.putIfAbsent(next.edition(), next.versions()));
        return first.entrySet().stream()
                .filter(next -> isSettled(next.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isSettled(DataVersions versions) {
        return isAnswering(versions) || failures.isGivenUp(versions) || isPrepared(versions);
    }

    private boolean isPrepared(DataVersions versions) {
        return prepared != null && prepared.city().versions().equals(versions);
    }

    private void prepare(DataVersions versions) {
        try {
            long start = System.nanoTime();
            Optional<City> city = source.read(versions, current().map(LivingCircle::city));
            if (city.isEmpty()) {
                missing(versions);
                return;
            }
            LivingCircle made =
                    new LivingCircle(city.get(), archive, usual.standard().categories().size());
            made.findings(usual);
            hold(made);
            tell(city.get(), start);
        } catch (BusyException e) {
            throw new IllegalStateException("nobody else can ask yet", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Closed.
        } catch (RuntimeException | Error e) {
            fail(versions, e);
            throw e;
        }
    }

    /** At once in force, where it is to be and the source is away by now. */
    private synchronized void hold(LivingCircle made) {
        prepared = made;
        putTogether();
    }

    private synchronized void fail(DataVersions versions, Throwable reason) {
        if (!(reason instanceof OutOfMemoryError) || !makeRoom(versions)) {
            failures.add(versions, reason instanceof Error);
        }
    }

    /**
     * Lets go what is held, where that may be what is in the way. What comes next is let go once
     * and then left: it would be made, and let go, again and again.
     *
     * @return whether anything was let go, so that it is worth while to try again at once
     */
    private boolean makeRoom(DataVersions versions) {
        boolean isUrgent = current != null && versions.equals(seen.inForce());
        if (!isUrgent && (prepared == null || failures.contains(versions))) {
            return false;
        }
        prepared = null;
        if (isUrgent) {
            current = null;
            pages.clear();
        }
        LOG.warn("memory does not suffice: living circles that were held are let go");
        return true;
    }

    /** It may be gone, and soon no longer wanted. */
    private synchronized void missing(DataVersions versions) {
        boolean isToBeTold = failures.contains(versions) && !failures.isGivenUp(versions);
        failures.add(versions, false);
        if (isToBeTold && versions.equals(seen.inForce())) {
            LOG.warn("no living circle, since something is missing of {}", versions.editions());
        }
    }

    private static void tell(City city, long start) {
        LOG.atInfo()
                .addKeyValue("nodes", city.roads().network().nodeCount())
                .addKeyValue("islands", city.roads().islands().size())
                .addKeyValue("facilities", city.sites().size())
                .addKeyValue("addresses", city.homes().size())
                .addKeyValue("bytes", city.bytes())
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .log("living circle made");
    }

    private void reached() {
        if (isAway) {
            LOG.info("what the living circle is to be of can be told again");
        }
        isAway = false;
    }

    /** Says so once for each outage, not every period. */
    private void away(Throwable reason) {
        if (!isAway && !Thread.currentThread().isInterrupted()) {
            LOG.error("what the living circle is to be of can't be told", reason);
        }
        isAway = true;
    }

    @Override
    public void close() {
        watch.close();
        worker.close();
        archive.close();
    }
}
