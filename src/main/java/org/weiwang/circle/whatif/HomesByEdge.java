package org.weiwang.circle.whatif;

import org.weiwang.circle.network.Snaps;

/**
 * The homes in the order of the edges that they come onto, so that those of an edge are found at
 * once and lie together; at the end those that come onto none. Immutable and thread-safe.
 */
final class HomesByEdge {
    private final int[] first;
    private final int[] homes;
    private final int[] places;
    private final int[] alongs;
    private final int[] offs;

    HomesByEdge(Snaps snaps, int edges) {
        first = new int[edges + 2];
        for (int home = 0; home < snaps.size(); home++) {
            first[group(snaps, home, edges) + 1]++;
        }
        for (int edge = 0; edge <= edges; edge++) {
            first[edge + 1] += first[edge];
        }
        homes = new int[snaps.size()];
        places = new int[homes.length];
        alongs = new int[homes.length];
        offs = new int[homes.length];
        int[] next = first.clone();
        for (int home = 0; home < homes.length; home++) {
            int place = next[group(snaps, home, edges)]++;
            homes[place] = home;
            places[home] = place;
            alongs[place] = snaps.along(home);
            offs[place] = snaps.off(home);
        }
    }

    private static int group(Snaps snaps, int home, int edges) {
        int edge = snaps.edge(home);
        return edge == Snaps.NONE ? edges : edge;
    }

    int size() {
        return homes.length;
    }

    /** The place of an edge's first home in the order; that of the next edge's ends the row. */
    int first(int edge) {
        return first[edge];
    }

    /** The home at a place in the order. */
    int home(int place) {
        return homes[place];
    }

    /** The place of a home in the order. */
    int place(int home) {
        return places[home];
    }

    int along(int place) {
        return alongs[place];
    }

    int off(int place) {
        return offs[place];
    }

    long bytes() {
        return 4L * first.length + 16L * homes.length;
    }
}
