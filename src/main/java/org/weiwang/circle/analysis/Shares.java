package org.weiwang.circle.analysis;

import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Places;

/**
 * What a category serves of groups. Its shares are from 0 to 1, and null where there is nothing to
 * have a share of or no limit is known.
 */
final class Shares {
    private final Groups groups;
    private final boolean known;
    private final long[] households;
    private final long[] addresses;
    private final long[] area;

    Shares(City city, Walks walks, Groups groups) {
        this.groups = groups;
        this.known = walks.limit().isPresent();
        this.households = new long[groups.size()];
        this.addresses = new long[groups.size()];
        this.area = new long[groups.size()];
        walks.limit().ifPresent(limit -> add(city, walks, limit));
    }

    private void add(City city, Walks walks, int limit) {
        for (int home = 0; home < walks.costs().length; home++) {
            int group = groups.ofHome(home);
            if (group != Places.NONE && walks.costs()[home] <= limit) {
                households[group] += city.homes().weight(home);
                addresses[group]++;
            }
        }
        for (int piece = 0; piece < walks.landCosts().length; piece++) {
            int group = groups.ofLand(piece);
            if (group != Places.NONE && walks.landCosts()[piece] <= limit) {
                area[group] += city.land().weight(piece);
            }
        }
    }

    Double ofHouseholds(int group) {
        return share(households[group], groups.households(group));
    }

    Double ofAddresses(int group) {
        return share(addresses[group], groups.addresses(group));
    }

    Double ofArea(int group) {
        return share(area[group], groups.area(group));
    }

    private Double share(long served, long all) {
        return known && all > 0 ? (Double) ((double) served / all) : null;
    }
}
