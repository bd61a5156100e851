package org.weiwang.atlas.circle;

import java.time.Instant;
import java.util.List;

/** The list of the servers that live, where this one tells what circles it holds. Thread-safe. */
public interface CircleRoster {
    /**
     * Tells for which editions that are coming nobody needs to wait for this server. Told before it
     * is on the list, it is lost.
     *
     * @param editions the ids of those whose living circle is held ready or could not be made
     * @param asOf of the outlook by which they are these: what is announced later is not counted
     */
    void reportCircles(List<String> editions, Instant asOf);
}
