package org.weiwang.atlas.circle;

import org.weiwang.atlas.Atlas;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.edition.Edition;

/** A living circle with the grids that it is of: both are of the same editions. Thread-safe. */
public record GriddedCircle(Atlas atlas, LivingCircle circle) {
    /** Whether both are of the same editions, and these of the same history. */
    static boolean fit(Atlas atlas, LivingCircle circle) {
        DataVersions versions = circle.city().versions();
        return atlas.history().id().equals(versions.history())
                && atlas.editions().stream()
                        .map(Edition::id)
                        .sorted()
                        .toList()
                        .equals(versions.editions());
    }
}
