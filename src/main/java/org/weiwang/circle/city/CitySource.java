package org.weiwang.circle.city;

import java.util.Optional;

/**
 * Where cities come from. Thread-safe. All methods throw a {@link RuntimeException} when the source
 * can't be read.
 */
public interface CitySource {
    /** What is in force now and what comes next. Cheap, to be asked again and again. */
    CityOutlook outlook();

    /**
     * Puts a city together from one consistent state. May take long.
     *
     * @param before one that was read here earlier, of which what is the same may be taken over
     * @return empty when the source no longer has what it is to be made from
     */
    Optional<City> read(DataVersions versions, Optional<City> before);
}
