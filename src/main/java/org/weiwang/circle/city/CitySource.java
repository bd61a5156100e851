package org.weiwang.circle.city;

import java.util.Optional;

/**
 * Where cities come from. Thread-safe. All methods throw a {@link RuntimeException} when the source
 * can't be read.
 */
public interface CitySource {
    /** What the city in force now is made from. Cheap, to be asked again and again. */
    DataVersions versions();

    /**
     * Puts together the city in force now from one consistent state. May take long.
     *
     * @param before one that was read here earlier, of which what is still the same may be taken
     *     over
     */
    City read(Optional<City> before);
}
