package org.weiwang.atlas.circle;

import org.weiwang.atlas.Atlas;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.edition.Edition;

/** A living circle with the grids that it is of: both are of the same editions. Thread-safe. */
public record GriddedCircle(Atlas atlas, LivingCircle circle) {
    /** Whether both are of the same editions, and these of the same history. */
    static boolean fit(Atlas atlas, DataVersions versions) {
        return atlas.history().id().equals(versions.history())
                && atlas.editions().stream()
                        .map(Edition::id)
                        .sorted()
                        .toList()
                        .equals(versions.editions());
    }

    DataVersions versions() {
        return circle.city().versions();
    }

    /**
     * @throws BusyException as {@link LivingCircle#findings}
     */
    public CircleLayer layer(Question question) throws BusyException, InterruptedException {
        return new CircleLayer(atlas, circle.findings(question));
    }
}
