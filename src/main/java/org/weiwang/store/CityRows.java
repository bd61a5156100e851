package org.weiwang.store;

import java.util.List;
import java.util.Optional;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.city.Site;
import org.weiwang.circle.network.NetworkBuilder;

/**
 * All that a city is put together from, its roads not joined yet: that takes longer than reading
 * and needs no connection.
 *
 * @param roads empty where they are those of a city that is there already
 */
record CityRows(
        DataVersions versions,
        Optional<NetworkBuilder> roads,
        List<Site> sites,
        Places homes,
        Places land,
        List<Division> divisions) {
    /**
     * To be called once.
     *
     * @param before whose roads these are where there are none here
     * @param farthest as {@link City} has it
     */
    City city(Optional<City> before, double farthest) {
        return roads.map(NetworkBuilder::build)
                .map(built -> new City(versions, built, sites, homes, land, divisions, farthest))
                .orElseGet(
                        () ->
                                before.orElseThrow()
                                        .onSameRoads(versions, sites, homes, land, divisions));
    }
}
