package org.weiwang.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Point;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.siting.Deadline;
import org.weiwang.circle.siting.NetworkSiting;
import org.weiwang.circle.siting.Proposal;
import org.weiwang.demo.DemoCounty;
import org.weiwang.demo.life.Address;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;

/** Questions of where to build in a demo county. */
final class SitingCounty {
    /** 15 minutes. */
    private static final int LIMIT = 9_000;

    private static final double FARTHEST = 200;
    private static final Profile ADULT = new Profile(1.2, true);

    private final String name;
    private final WalkPlaces places;
    private final WalkCosts costs;
    private final EdgeIndex index;
    private final Snaps homes;
    private final int[] households;

    SitingCounty(String name, String district) throws CrsException {
        DemoCounty county = DemoCounty.generate(district, 1);
        this.name = name;
        this.places = WalkPlaces.of(name, county);
        this.costs = WalkCosts.time(places.network(), ADULT);
        this.index = new EdgeIndex(places.network(), costs::isWalkable);
        List<Address> addresses = county.life().housing().addresses();
        List<LonLat> points = new ArrayList<>();
        for (Address address : addresses) {
            Point point = county.crs().toWgs84(Wgs84.FACTORY.createPoint(address.place()));
            points.add(new LonLat(point.getX(), point.getY()));
        }
        this.homes = index.snap(points, FARTHEST);
        this.households = addresses.stream().mapToInt(Address::households).toArray();
    }

    int addresses() {
        return households.length;
    }

    private Snaps facilities(String category) {
        return index.snap(places.facilities().getOrDefault(category, List.of()), FARTHEST);
    }

    /** Among all addresses. */
    Proposal propose(String category, int sites, OptionalInt capacity, int threads)
            throws InterruptedException {
        Snaps entrances = facilities(category);
        Destinations existing = new Destinations(costs, entrances, new int[entrances.size()]);
        return new NetworkSiting(costs, LIMIT, homes, households, existing)
                .propose(homes, sites, capacity, threads, Deadline.never());
    }

    /** Among so many addresses, evenly; what they cover is found without the program's siting. */
    SitingInstance instance(String category, int candidates, int sites, OptionalInt capacity) {
        int[] needy = households.clone();
        Arrays.stream(reaching(facilities(category))).forEach(home -> needy[home] = 0);
        int[][] homesOf =
                IntStream.range(0, candidates)
                        .map(i -> (int) ((long) i * homes.size() / candidates))
                        .mapToObj(home -> reaching(homes.select(new int[] {home})))
                        .map(row -> Arrays.stream(row).filter(home -> needy[home] > 0).toArray())
                        .toArray(int[][]::new);
        return new SitingInstance(name + ", " + category, homesOf, needy, sites, capacity);
    }

    private int[] reaching(Snaps facilities) {
        NearestSearch search = new NearestSearch(costs, LIMIT);
        search.run(new Destinations(costs, facilities, new int[facilities.size()]));
        return IntStream.range(0, homes.size())
                .filter(home -> search.address(homes, home) != Label.NONE)
                .toArray();
    }
}
