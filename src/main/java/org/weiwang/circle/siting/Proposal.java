package org.weiwang.circle.siting;

/**
 * Where to build, and what comes of it.
 *
 * @param choice the sites, what they gain, and what no choice among all candidates can exceed
 * @param oneIn of so many candidates, in the order of the network, one was considered, or fewer
 *     where the search is not complete; 1 where all were. The bound is about all of them in any
 *     case
 * @param households of all homes, those off the network included
 * @param servedBefore how many of them the existing facilities serve
 */
public record Proposal(Choice choice, int oneIn, long households, long servedBefore) {
    /** How many households the existing facilities and the new sites serve. */
    public long servedAfter() {
        return servedBefore + choice.gain();
    }

    /** No choice among the candidates leads to more households served than this. */
    public long servedAtMost() {
        return servedBefore + choice.bound();
    }
}
