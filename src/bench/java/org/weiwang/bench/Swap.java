package org.weiwang.bench;

import java.util.List;

/**
 * What came of putting editions in force under a load of look-ups.
 *
 * @param windows the look-ups before, while it was prepared, and around the swap
 * @param publishSeconds until the last publication was made
 * @param lateMillis from the moment of taking effect until the last answer that named a former
 *     edition
 * @param notPrepared editions that the server did not hold ready when they were published
 * @param relapses answers of a former edition to questions sent when the new one had been named
 * @param contradictions answers that took an edition's grids for another's
 * @param failedBatches of those asked besides
 */
record Swap(
        List<Window> windows,
        double publishSeconds,
        double lateMillis,
        int notPrepared,
        long relapses,
        long contradictions,
        int failedBatches) {

    int failed() {
        return failedBatches + windows.stream().mapToInt(Window::failed).sum();
    }
}
