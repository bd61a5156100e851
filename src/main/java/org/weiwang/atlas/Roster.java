package org.weiwang.atlas;

import java.util.List;
import org.weiwang.edition.Edition;

/** The list of the servers that live, where this one tells what it holds. Thread-safe. */
public interface Roster {
    /**
     * Tells that this server lives. One that has not told for some seconds is taken for dead.
     *
     * @param atlasVersion that it answers with
     * @param prepared the editions of the parts that it holds ready
     */
    void report(long atlasVersion, List<Edition> prepared);

    /** Takes this server off the list. */
    void leave();
}
