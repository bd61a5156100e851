package org.weiwang.http.ogc;

import org.weiwang.feature.FeatureType;
import org.weiwang.http.wire.Parameters;

/**
 * A layer as GIS tools fetch it.
 *
 * @param id as paths have it
 */
record OgcCollection(String id, String title, String description, Source source) {
    /** What the features are like where nothing is chosen. */
    FeatureType type() {
        return source.type(Parameters.NONE);
    }
}
