package org.weiwang.circle.isochrone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Walk;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Isochrone;
import org.weiwang.circle.reach.IsochroneAreas;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.reach.ReachedPart;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.geo.LonLat;

/** What lies around places of a city for those who walk alike. Immutable and thread-safe. */
public final class Surroundings {
    /** So much as a {@link NearestSearch} goes. */
    public static final double HIGHEST_MINUTES = NearestSearch.HIGHEST_LIMIT / 600.0;

    private static final int UNITS_PER_MINUTE = 600;

    private final City city;
    private final Walk walk;
    private final WalkCosts costs;

    /** Brings the city's places onto its network where nobody has so far, which takes a while. */
    public Surroundings(City city, Profile profile) {
        this.city = city;
        this.walk = city.walk(profile.takesSteps());
        this.costs = WalkCosts.time(city.roads().network(), profile);
    }

    /**
     * @param minutes one or more, ascending, from 0 to {@link #HIGHEST_MINUTES}, taken to a tenth
     *     of a second; what takes exactly as long lies within
     * @param distance how far from a way that is reached the areas extend, in metres
     * @return for each of the minutes what lies within; empty where no way that can be walked is as
     *     near as the city's places must be
     */
    public Optional<List<Surrounding>> of(LonLat place, List<Double> minutes, double distance) {
        Snaps start = walk.snap(List.of(place));
        if (start.edge(0) == Snaps.NONE) {
            return Optional.empty();
        }
        int[] limits =
                minutes.stream().mapToInt(m -> (int) Math.round(m * UNITS_PER_MINUTE)).toArray();
        NearestSearch search = new NearestSearch(costs, limits[limits.length - 1]);
        List<MultiPolygon> areas = areas(new Isochrone(search, start), limits, distance);
        Homes homes = homes(search, limits);
        List<Map<String, Integer>> facilities = facilities(search, limits);
        List<Surrounding> surroundings = new ArrayList<>();
        for (int i = 0; i < limits.length; i++) {
            surroundings.add(
                    new Surrounding(
                            minutes.get(i),
                            areas.get(i),
                            homes.addresses[i],
                            homes.households[i],
                            facilities.get(i)));
        }
        return Optional.of(surroundings);
    }

    private List<MultiPolygon> areas(Isochrone isochrone, int[] limits, double distance) {
        WalkNetwork network = costs.network();
        List<List<ReachedPart>> parts = Arrays.stream(limits).mapToObj(isochrone::within).toList();
        return IsochroneAreas.of(network, parts, distance);
    }

    /** For each limit those within. */
    private record Homes(int[] addresses, long[] households) {}

    private Homes homes(NearestSearch search, int[] limits) {
        Homes homes = new Homes(new int[limits.length], new long[limits.length]);
        for (int home = 0; home < walk.homes().size(); home++) {
            int cost = cost(search.address(walk.homes(), home));
            for (int i = limits.length - 1; i >= 0 && cost <= limits[i]; i--) {
                homes.addresses[i]++;
                homes.households[i] += city.homes().weight(home);
            }
        }
        return homes;
    }

    private List<Map<String, Integer>> facilities(NearestSearch search, int[] limits) {
        int[] costs = new int[city.sites().size()];
        Arrays.fill(costs, Integer.MAX_VALUE);
        for (int entrance = 0; entrance < walk.entrances().size(); entrance++) {
            int site = walk.siteOfEntrance(entrance);
            costs[site] = Math.min(costs[site], cost(search.address(walk.entrances(), entrance)));
        }
        List<Map<String, Integer>> within = new ArrayList<>();
        for (int limit : limits) {
            Map<String, Integer> counts = new TreeMap<>();
            for (int site = 0; site < costs.length; site++) {
                if (costs[site] <= limit) {
                    counts.merge(city.sites().get(site).category(), 1, Integer::sum);
                }
            }
            within.add(counts);
        }
        return within;
    }

    /** Above every limit where it is not reached. */
    private static int cost(long label) {
        return label == Label.NONE ? Integer.MAX_VALUE : Label.cost(label);
    }
}
