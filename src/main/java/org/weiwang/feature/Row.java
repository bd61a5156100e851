package org.weiwang.feature;

import org.locationtech.jts.geom.Geometry;

/** A feature of a layer, as its {@link FeatureType} says. */
public interface Row {
    /** Unique within the layer. */
    String id();

    /** Longitude and latitude in degrees, of the layer's type; null where there is none. */
    Geometry geometry();

    /**
     * @param index the place of the property in {@link FeatureType#properties}
     * @return as {@link Property.Type} says; null where there is none
     */
    Object value(int index);
}
