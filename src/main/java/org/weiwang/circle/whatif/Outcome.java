package org.weiwang.circle.whatif;

import java.util.List;

/**
 * What a scenario changes.
 *
 * @param changes of each category the homes for which it changes anything
 * @param unreachable the added and moved facilities that nobody reaches, because none of their
 *     entrances comes onto a way that can be walked
 * @param unjoined the added ways, counted from 0, that meet no other way
 */
public record Outcome(
        List<Changes> changes, List<Unreachable> unreachable, List<Integer> unjoined) {
    /** A facility, by the numbers of its category and itself. */
    public record Unreachable(int category, int facility) {}
}
