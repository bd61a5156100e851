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

    /** What is of the same id and geometry in another edition, sharing their memory. */
    Feature<T> in(Edition other, T otherSubject) {
        T same = subject.equals(otherSubject) ? subject : otherSubject;
        return new Feature<>(id, same, other, geometry, geoJson);
    }
}
