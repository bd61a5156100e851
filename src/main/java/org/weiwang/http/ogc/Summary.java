package org.weiwang.http.ogc;

import java.time.Instant;
import org.weiwang.geo.Bbox;

/**
 * All features of a collection in one state.
 *
 * @param box around them; null when there are none
 * @param begin since when there have been any, by editions; null where that says nothing
 */
record Summary(long count, Bbox box, Instant begin) {}
