package org.weiwang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.NetworkBuilder;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.network.Way;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.whatif.Baseline;
import org.weiwang.circle.whatif.Homes;
import org.weiwang.circle.whatif.Streets;
import org.weiwang.demo.DemoCounty;
import org.weiwang.demo.life.Address;
import org.weiwang.demo.life.Facility;
import org.weiwang.demo.life.Road;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;

/** The demo county 简阳: its roads, all its addresses, and its facilities by category. */
record WhatIfCounty(List<Way> roads, List<LonLat> homes, List<List<LonLat>> facilities) {
    static final Profile ADULT = new Profile(1.2, true);

    /** An hour. */
    static final int LIMIT = 36_000;

    private static final double TOLERANCE = 0.5;
    private static final double FARTHEST = 200;
    private static final int THREADS = 2;

    static WhatIfCounty generate() throws CrsException {
        DemoCounty county = DemoCounty.generate("510185", 1);
        List<Way> roads = new ArrayList<>();
        for (Road road : county.life().roads()) {
            roads.add(new Way(county.crs().toWgs84(road.line()), road.level()));
        }
        List<LonLat> homes = new ArrayList<>();
        for (Address address : county.life().housing().addresses()) {
            homes.add(lonLat(county, address.place()));
        }
        TreeMap<String, List<LonLat>> facilities = new TreeMap<>();
        for (Facility facility : county.life().facilities().facilities()) {
            facilities
                    .computeIfAbsent(facility.category(), category -> new ArrayList<>())
                    .add(lonLat(county, facility.place()));
        }
        return new WhatIfCounty(roads, homes, List.copyOf(facilities.values()));
    }

    private static LonLat lonLat(DemoCounty county, Coordinate place) throws CrsException {
        Point point = county.crs().toWgs84(Wgs84.FACTORY.createPoint(place));
        return new LonLat(point.getX(), point.getY());
    }

    /** The streets of the roads, and of more ways. */
    Streets streets(List<Way> more) {
        NetworkBuilder builder = new NetworkBuilder(TOLERANCE);
        roads.forEach(road -> builder.add(road.line(), road.level(), false));
        more.forEach(way -> builder.add(way.line(), way.level(), false));
        WalkNetwork network = builder.build().network();
        WalkCosts costs = WalkCosts.time(network, ADULT);
        return new Streets(costs, new EdgeIndex(network, costs::isWalkable), FARTHEST, TOLERANCE);
    }

    Baseline baseline(Streets streets) throws InterruptedException {
        Snaps snaps = streets.index().snap(homes, FARTHEST);
        List<Destinations> categories = new ArrayList<>();
        for (List<LonLat> places : facilities) {
            int[] numbers = IntStream.range(0, places.size()).toArray();
            categories.add(destinations(streets, places, numbers));
        }
        return Baseline.of(streets, LIMIT, categories, new Homes(snaps, homes::get), THREADS);
    }

    static Destinations destinations(Streets streets, List<LonLat> places, int[] numbers) {
        return new Destinations(streets.costs(), streets.index().snap(places, FARTHEST), numbers);
    }

    int facilityCount() {
        return facilities.stream().mapToInt(List::size).sum();
    }
}
