package org.weiwang.assigning;

import org.weiwang.geo.LonLat;
import org.weiwang.grid.Place;

/** Places a point, as an atlas does. Called by several threads at once. */
@FunctionalInterface
public interface Placing {
    Place place(LonLat point);
}
