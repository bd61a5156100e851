package org.weiwang.http.ogc;

import java.time.Instant;
import org.weiwang.geo.Bbox;

/**
 * All features of a collection in one state.
 *
 * @param count null where it can't be told now
 * @param box around them; null when there are none, or it can't be told now
 * @param begin since when there have been any, by editions; null where that says nothing
 */
record Summary(Long count, Bbox box, Instant begin) {
    /** While the database is away, of what only it knows. */
    static final Summary UNKNOWN = new Summary(null, null, null);
}
