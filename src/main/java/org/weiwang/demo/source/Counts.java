package org.weiwang.demo.source;

/** How many grids of each level a district has. */
public record Counts(int community, int general, int micro, int dedicated) {}
