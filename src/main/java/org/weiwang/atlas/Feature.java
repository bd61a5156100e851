package org.weiwang.atlas;

import org.locationtech.jts.geom.Geometry;
import org.weiwang.edition.Edition;

/**
 * Something with a place, ready to be written as GeoJSON.
 *
 * @param id unique within its layer
 * @param edition the edition in force in its district
 * @param geometry longitude and latitude in degrees
 * @param geoJson the geometry as GeoJSON in UTF-8; not to be changed
 */
public record Feature<T>(String id, T subject, Edition edition, Geometry geometry, byte[] geoJson) {

    /** The same in another edition, sharing its memory. */
    Feature<T> in(Edition other) {
        return new Feature<>(id, subject, other, geometry, geoJson);
    }
}
