package org.weiwang.edition;

/** How many addresses of a data set had which outcome when they were placed in an edition. */
public record Placed(long inside, long onBoundary, long outside, long noLocation) {
    public long total() {
        return inside + onBoundary + outside + noLocation;
    }
}
