package org.weiwang.atlas.circle;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.weiwang.circle.city.City;
import org.weiwang.circle.isochrone.Surroundings;
import org.weiwang.circle.reach.Profile;

/** A city, ready to be asked. Thread-safe. */
public final class LivingCircle {
    private final City city;
    private final Map<Profile, Surroundings> surroundings = new ConcurrentHashMap<>();

    LivingCircle(City city) {
        this.city = city;
    }

    public City city() {
        return city;
    }

    /** Made when it is first asked for, while others who ask wait, and kept. */
    public Surroundings surroundings(Profile profile) {
        return surroundings.computeIfAbsent(profile, key -> new Surroundings(city, key));
    }
}
