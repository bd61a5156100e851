package org.weiwang.circle.siting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Which sites serve the households of which homes: as many households as these sites can serve. The
 * households of a home may be served by several sites. Not thread-safe.
 */
final class Service {
    /** A site and what it serves. */
    private static final class Holder {
        final int candidate;

        /** Of each home that the candidate covers, in the coverage's order, how many households. */
        final int[] held;

        long load;

        Holder(int candidate, int[] held, long load) {
            this.candidate = candidate;
            this.held = held;
            this.load = load;
        }
    }

    private final Coverage coverage;
    private final long capacity;
    private final Deadline deadline;
    private final int[] unserved;
    private final List<Holder> holders = new ArrayList<>();

    /**
     * The holders, by their places, that would be taken from with profit: see {@link #exchange}.
     * None where the deadline left that open.
     */
    private BitSet givers = new BitSet();

    private long served;

    /**
     * @param households of each home
     * @param capacity how many households a site serves at most
     * @param deadline from which on fewer may be served than these sites could
     */
    Service(Coverage coverage, int[] households, long capacity, Deadline deadline) {
        this.coverage = coverage;
        this.capacity = capacity;
        this.deadline = deadline;
        this.unserved = households.clone();
    }

    private Service(Service other) {
        this(other.coverage, other.unserved, other.capacity, other.deadline);
        other.holders.forEach(h -> holders.add(new Holder(h.candidate, h.held.clone(), h.load)));
        givers = other.givers;
        served = other.served;
    }

    Service copy() {
        return new Service(this);
    }

    /** How many households are served. */
    long served() {
        return served;
    }

    /** The sites, those that were added first before the others. */
    int[] sites() {
        return holders.stream().mapToInt(holder -> holder.candidate).toArray();
    }

    /** The sites that serve anybody, each with how many households, those that serve most first. */
    List<Choice.Site> shares() {
        return holders.stream()
                .filter(holder -> holder.load > 0)
                .map(holder -> new Choice.Site(holder.candidate, holder.load))
                .sorted(Comparator.comparingLong(Choice.Site::gain).reversed())
                .toList();
    }

    void add(int candidate) {
        int size = coverage.firstHome[candidate + 1] - coverage.firstHome[candidate];
        holders.add(new Holder(candidate, new int[size], 0));
        serveMost();
    }

    /**
     * @param place of the site among {@link #sites}
     */
    void remove(int place) {
        Holder holder = holders.remove(place);
        int first = coverage.firstHome[holder.candidate];
        for (int i = 0; i < holder.held.length; i++) {
            unserved[coverage.homes[first + i]] += holder.held[i];
        }
        served -= holder.load;
        serveMost();
    }

    /** Of each home how many households nobody serves. */
    int[] unserved() {
        return unserved.clone();
    }

    /**
     * Of each home how many households a further site could take from one that serves others
     * instead, who were not served.
     */
    int[] exchangeable() {
        int[] exchangeable = new int[unserved.length];
        for (int place = givers.nextSetBit(0); place >= 0; place = givers.nextSetBit(place + 1)) {
            Holder holder = holders.get(place);
            int first = coverage.firstHome[holder.candidate];
            for (int i = 0; i < holder.held.length; i++) {
                exchangeable[coverage.homes[first + i]] += holder.held[i];
            }
        }
        return exchangeable;
    }

    /** How many households nobody serves though sites that are full cover them, or more. */
    long mostExchanged() {
        return givers.stream().mapToLong(place -> unservedOf(holders.get(place))).sum();
    }

    private void serveMost() {
        for (Holder holder : holders) {
            takeUnserved(holder, capacity - holder.load);
        }
        givers = new BitSet();
        boolean more = true;
        while (more) {
            more = exchange() && !deadline.isOver();
        }
    }

    private void takeUnserved(Holder holder, long most) {
        int first = coverage.firstHome[holder.candidate];
        long rest = most;
        for (int i = 0; i < holder.held.length && rest > 0; i++) {
            int home = coverage.homes[first + i];
            int taken = (int) Math.min(unserved[home], rest);
            unserved[home] -= taken;
            holder.held[i] += taken;
            rest -= taken;
        }
        holder.load += most - rest;
        served += most - rest;
    }

    private long unservedOf(Holder holder) {
        long sum = 0;
        for (int i = coverage.firstHome[holder.candidate];
                i < coverage.firstHome[holder.candidate + 1];
                i++) {
            sum += unserved[coverage.homes[i]];
        }
        return sum;
    }

    /**
     * Looks for sites of which the first has room and takes households from the next one, and so
     * on, and the last serves others who were not served. Without any left, as many as can be are
     * served, and the givers are those that nobody with room can take from.
     */
    private boolean exchange() {
        int[] from = new int[holders.size()];
        BitSet seen = new BitSet();
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int place = 0; place < holders.size(); place++) {
            Holder holder = holders.get(place);
            // One with room has taken all of its homes' households.
            if (holder.load == capacity && unservedOf(holder) > 0) {
                from[place] = place;
                seen.set(place);
                queue.add(place);
            }
        }
        while (!queue.isEmpty()) {
            int giver = queue.remove();
            for (int taker = 0; taker < holders.size(); taker++) {
                if (!seen.get(taker) && take(taker, giver, 1, false) > 0) {
                    from[taker] = giver;
                    if (holders.get(taker).load < capacity) {
                        takeAlong(taker, from);
                        return true;
                    }
                    seen.set(taker);
                    queue.add(taker);
                }
            }
        }
        givers = seen;
        return false;
    }

    private void takeAlong(int start, int[] from) {
        long amount = capacity - holders.get(start).load;
        int last = start;
        while (from[last] != last) {
            amount = Math.min(amount, take(last, from[last], amount, false));
            last = from[last];
        }
        amount = Math.min(amount, unservedOf(holders.get(last)));
        for (int taker = start; taker != last; taker = from[taker]) {
            take(taker, from[taker], amount, true);
        }
        takeUnserved(holders.get(last), amount);
    }

    /** How many households of homes that both cover one takes from the other, or could take. */
    private long take(int taker, int giver, long most, boolean reallyTake) {
        Holder to = holders.get(taker);
        Holder of = holders.get(giver);
        int[] homes = coverage.homes;
        int firstTo = coverage.firstHome[to.candidate];
        int firstOf = coverage.firstHome[of.candidate];
        long rest = most;
        int i = 0;
        int k = 0;
        if (to.held.length > 0 && of.held.length > 0) {
            i = begin(to, homes[firstOf]);
            k = begin(of, homes[firstTo]);
        }
        while (i < to.held.length && k < of.held.length && rest > 0) {
            int order = Integer.compare(homes[firstTo + i], homes[firstOf + k]);
            if (order == 0) {
                int taken = (int) Math.min(of.held[k], rest);
                rest -= taken;
                if (reallyTake) {
                    of.held[k] -= taken;
                    to.held[i] += taken;
                }
            }
            i += order <= 0 ? 1 : 0;
            k += order >= 0 ? 1 : 0;
        }
        if (reallyTake) {
            of.load -= most - rest;
            to.load += most - rest;
        }
        return most - rest;
    }

    /** Where in the holder's row the homes from a number on begin. */
    private int begin(Holder holder, int home) {
        int first = coverage.firstHome[holder.candidate];
        int at = Arrays.binarySearch(coverage.homes, first, first + holder.held.length, home);
        return (at >= 0 ? at : -at - 1) - first;
    }
}
