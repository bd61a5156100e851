package org.weiwang.store;

import java.util.List;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.city.Site;
import org.weiwang.circle.network.NetworkBuilder;

/**
 * All that a city is put together from, its roads not joined yet: that takes longer than reading
 * and needs no connection.
 */
record CityRows(
        DataVersions versions,
        NetworkBuilder roads,
        List<Site> sites,
        Places homes,
        Places land,
        List<Division> divisions) {
    /**
     * To be called once.
     *
     * @param farthest as {@link City} has it
     */
    City city(double farthest) {
        return new City(versions, roads.build(), sites, homes, land, divisions, farthest);
    }
}
