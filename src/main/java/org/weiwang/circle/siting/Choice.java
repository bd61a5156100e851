package org.weiwang.circle.siting;

import java.util.List;

/**
 * Sites, and how near to the best they are. A ratio of 1 says that there are none better.
 *
 * @param sites the one that serves most first, then the one that adds most to it, and so on; fewer
 *     than were asked for where no other adds anything
 * @param gain how many households the sites serve together
 * @param bound no choice of as many sites serves more households than this
 * @param complete whether the search ended by itself; where a deadline ended it, this is the best
 *     that was found and proven until then
 */
public record Choice(List<Site> sites, long gain, long bound, boolean complete) {
    /**
     * @param candidate its number
     * @param gain how many households it adds to those that the sites before it serve; where the
     *     search is not complete, how many of those served together are its own
     */
    public record Site(int candidate, long gain) {}

    public Choice {
        sites = List.copyOf(sites);
    }

    /** The gain against the bound; 1 where nobody can be served. */
    public double ratio() {
        return bound == 0 ? 1 : (double) gain / bound;
    }
}
