package org.weiwang.http.ogc;

import org.weiwang.edition.Edition;
import org.weiwang.feature.Row;

/** A feature as a collection has it. */
interface Item extends Row {
    /** That it is of, or that is in force where it lies; null where there is none. */
    Edition edition();

    /** The geometry as GeoJSON in UTF-8, longitude first; not to be changed. */
    byte[] geoJson();
}
