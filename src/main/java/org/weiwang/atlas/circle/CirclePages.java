package org.weiwang.atlas.circle;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.AtlasKeeper;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.DataVersions;

/**
 * Finds what the pages before were made of, which may have been given out by another server: what
 * answers here, has answered until some minutes ago, or is to. Of what is to come the figures may
 * be in the archive long before the circle is made here. Thread-safe.
 */
final class CirclePages {
    /** Who waits holds a thread that could answer what is in force. */
    private static final int WAITING = 16;

    private final AtlasKeeper atlases;
    private final FormerCircles formers;
    private final Runnable wake;
    private final Semaphore waiting = new Semaphore(WAITING);

    /** Null where nothing answers. */
    private GriddedCircle current;

    /** The most urgent first. */
    private List<DataVersions> coming = List.of();

    /** How many looks have begun, and how many of them had when the last that ended began. */
    private long begun;

    private long ended;

    /**
     * @param grids empty where they are not here yet
     * @param circle null where its figures alone are to be had
     */
    private record Sought(
            Optional<Atlas> grids, DataVersions versions, LivingCircle circle, boolean isToCome) {}

    /**
     * @param wake has what is in force and what comes next looked for; returns at once
     * @param clock by which what was replaced is let go
     */
    CirclePages(AtlasKeeper atlases, Archive archive, Runnable wake, InstantSource clock) {
        this.atlases = atlases;
        this.formers = new FormerCircles(archive, clock);
        this.wake = wake;
    }

    /** What is in force and what comes next is looked for, one look after the other. */
    synchronized void beginLook() {
        begun++;
    }

    /**
     * @param coming what is in force or comes next, as the look has told, and does not answer
     */
    synchronized void endLook(List<DataVersions> coming) {
        this.coming = coming;
        ended = begun;
        notifyAll();
        formers.letGo(coming);
    }

    /** What answers from here on. */
    synchronized void put(GriddedCircle next) {
        if (current != null && current.circle() != next.circle()) {
            formers.keep(current, next);
        }
        current = next;
        notifyAll();
    }

    /** Nothing answers from here on, nor can be had. */
    synchronized void clear() {
        formers.clear();
        current = null;
    }

    /** As {@link CircleKeeper#await}. Few may wait at a time. */
    Optional<CircleLayer> await(Question question, Predicate<Stamp> isNamed, Duration patience)
            throws BusyException, InterruptedException {
        Predicate<DataVersions> test = versions -> isNamed.test(Stamp.of(question, versions));
        Optional<Sought> sought = find(test);
        if (!isHere(sought) && waiting.tryAcquire()) {
            try {
                sought = awaitUntil(test, System.nanoTime() + patience.toNanos());
            } finally {
                waiting.release();
            }
        }
        return sought.isEmpty() ? Optional.empty() : layer(sought.get(), question);
    }

    private Optional<CircleLayer> layer(Sought sought, Question question)
            throws BusyException, InterruptedException {
        Optional<Findings> findings = Optional.empty();
        if (sought.circle() != null) {
            findings = Optional.of(sought.circle().findings(question));
        } else if (sought.grids().isPresent()) {
            findings = formers.findings(question, sought.versions());
        }
        if (findings.isEmpty() && sought.isToCome()) {
            throw new BusyException("What the homes of these grids reach is being found");
        }
        return findings.map(found -> new CircleLayer(sought.grids().orElseThrow(), found));
    }

    /** Until it is here, or a look that begins from now on does not tell that it comes. */
    private synchronized Optional<Sought> awaitUntil(Predicate<DataVersions> test, long deadline)
            throws InterruptedException {
        long next = begun + 1;
        wake.run();
        Optional<Sought> sought = find(test);
        long left = deadline - System.nanoTime();
        while (!isHere(sought) && (sought.isPresent() || ended < next) && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            sought = find(test);
            left = deadline - System.nanoTime();
        }
        return sought;
    }

    private static boolean isHere(Optional<Sought> sought) {
        return sought.flatMap(Sought::grids).isPresent();
    }

    private synchronized Optional<Sought> find(Predicate<DataVersions> test) {
        if (current != null && test.test(current.versions())) {
            return Optional.of(answering(current));
        }
        return formers.find(test)
                .map(CirclePages::former)
                .or(() -> coming.stream().filter(test).findFirst().map(this::toCome));
    }

    private static Sought answering(GriddedCircle gridded) {
        return new Sought(
                Optional.of(gridded.atlas()), gridded.versions(), gridded.circle(), false);
    }

    private static Sought former(FormerCircles.Former former) {
        return new Sought(Optional.of(former.grids()), former.versions(), null, false);
    }

    private Sought toCome(DataVersions versions) {
        return new Sought(
                atlases.current().filter(atlas -> GriddedCircle.fit(atlas, versions)),
                versions,
                null,
                true);
    }
}
