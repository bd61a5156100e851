package org.weiwang.circle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Places sites one after the other, and moves them while that helps. Not thread-safe. */
final class Placing {
    /** How many candidates are tried for a place where full sites make it unclear what they add. */
    private static final int TRIALS = 20;

    private final Coverage coverage;
    private final int sites;
    private final Deadline deadline;
    private final Gains gains;

    /** Candidates that are not to be chosen. */
    private final BitSet closed = new BitSet();

    private final Service none;
    private Service service;

    /**
     * @param households of each home
     * @param sites how many there may be at most
     * @param capacity how many households a site serves at most
     * @param deadline from which on no site is moved, and each added where it promises most
     */
    Placing(Coverage coverage, int[] households, int sites, long capacity, Deadline deadline) {
        this.coverage = coverage;
        this.sites = sites;
        this.deadline = deadline;
        this.none = new Service(coverage, households, capacity, deadline);
        this.service = none;
        this.gains = new Gains(coverage, capacity);
        gains.update(service);
    }

    /** Not to be changed. */
    Service service() {
        return service;
    }

    /** Closes all candidates but some. */
    void keepTo(int[] open) {
        closed.set(0, coverage.candidateCount());
        Arrays.stream(open).forEach(closed::clear);
    }

    /**
     * Adds sites, each where it adds most, until there are enough or no other adds anything.
     *
     * @return those added
     */
    List<Choice.Site> addGreedily() {
        List<Choice.Site> added = new ArrayList<>();
        long before = service.served();
        while (service.sites().length < sites && addBest()) {
            int[] all = service.sites();
            added.add(new Choice.Site(all[all.length - 1], service.served() - before));
            before = service.served();
        }
        return added;
    }

    /**
     * Takes sites away, each in its turn, and puts one where it then adds most, until no such move
     * serves more households.
     */
    void swap() {
        int idle = 0;
        int place = 0;
        int count = service.sites().length;
        while (idle < count && !deadline.isOver()) {
            Service before = service;
            service = before.copy();
            service.remove(place);
            gains.update(service);
            addBest();
            if (service.served() > before.served()) {
                idle = 0; // The next site has moved up, as the new one is the last.
            } else {
                service = before;
                idle++;
                place++;
            }
            place %= count;
        }
        gains.update(service);
    }

    /** Starts anew from some sites, and keeps what comes of it if it serves more. */
    boolean tryFrom(int[] start) {
        Service before = service;
        service = none.copy();
        for (int candidate : start) {
            service.add(candidate);
        }
        gains.update(service);
        addGreedily();
        swap();
        return keepBetter(before);
    }

    /**
     * Does without one of the sites, has the others moved until that helps no more, and then with
     * it again; and keeps what comes of it if it serves more.
     *
     * @param place of the site among the service's
     */
    boolean tryWithout(int place) {
        Service before = service;
        int shut = before.sites()[place];
        service = before.copy();
        service.remove(place);
        gains.update(service);
        closed.set(shut);
        addGreedily();
        swap();
        closed.clear(shut);
        addGreedily();
        swap();
        return keepBetter(before);
    }

    private boolean keepBetter(Service before) {
        boolean isBetter = service.served() > before.served();
        if (!isBetter) {
            service = before;
            gains.update(service);
        }
        return isBetter;
    }

    private boolean addBest() {
        BitSet tried = (BitSet) closed.clone();
        Arrays.stream(service.sites()).forEach(tried::set);
        Service best = service;
        int candidate = gains.surest(tried);
        if (candidate < 0) {
            candidate = gains.likeliest(tried);
        }
        for (int trial = 0; trial < TRIALS && candidate >= 0; trial++) {
            tried.set(candidate);
            Service with = service.copy();
            with.add(candidate);
            best = with.served() > best.served() ? with : best;
            candidate = gains.likeliest(tried);
            if (candidate >= 0
                    && (service.served() + gains.atMost(candidate) <= best.served()
                            || deadline.isOver())) {
                break;
            }
        }
        boolean added = best != service;
        service = best;
        gains.update(service);
        return added;
    }
}
