package org.weiwang.assigning;

/** Hears, on the thread that runs the assignment, how far it has come. */
@FunctionalInterface
public interface Progress {
    /**
     * After each block of rows that was written. What it throws stops the run.
     *
     * @param bytes read so far, of the input
     * @param rows answered or rejected so far
     */
    void at(long bytes, long rows);
}
