package org.weiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.NetworkBuilder;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.osm.OsmRoads;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.demo.DemoCounty;
import org.weiwang.demo.life.Facility;
import org.weiwang.demo.life.Road;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;

/**
 * A network with facilities: the demo county, and files of OpenStreetMap where they are at hand.
 */
record WalkPlaces(String name, WalkNetwork network, Map<String, List<LonLat>> facilities) {
    private static final Path DATA = Path.of("../shared/data");
    private static final double TOLERANCE = 0.5;
    private static final double FARTHEST = 200;

    static List<WalkPlaces> all() throws IOException, CrsException {
        List<WalkPlaces> all = new ArrayList<>();
        all.add(of("demo county 简阳", DemoCounty.generate("510185", 1)));
        for (String name : List.of("chengdu-center", "andorra")) {
            Path file = DATA.resolve(name + ".osm.pbf");
            if (Files.exists(file)) {
                NetworkBuilder builder = new NetworkBuilder(0);
                OsmRoads.read(
                        file,
                        road ->
                                builder.addNoded(
                                        (LineString) road.geometry().getGeometryN(0),
                                        road.isSteps(),
                                        road.layer() != 0));
                WalkNetwork network = builder.build().network();
                all.add(new WalkPlaces(name, network, anywhere(network)));
            }
        }
        return all;
    }

    static WalkPlaces of(String name, DemoCounty county) throws CrsException {
        NetworkBuilder builder = new NetworkBuilder(TOLERANCE);
        for (Road road : county.life().roads()) {
            builder.add(county.crs().toWgs84(road.line()), road.level(), false);
        }
        Map<String, List<LonLat>> facilities = new TreeMap<>();
        for (Facility facility : county.life().facilities().facilities()) {
            Point point = county.crs().toWgs84(Wgs84.FACTORY.createPoint(facility.place()));
            facilities
                    .computeIfAbsent(facility.category(), category -> new ArrayList<>())
                    .add(new LonLat(point.getX(), point.getY()));
        }
        return new WalkPlaces(name, builder.build().network(), facilities);
    }

    /** Ten categories at points of edges that a fixed seed chooses. */
    private static Map<String, List<LonLat>> anywhere(WalkNetwork network) {
        SplittableRandom random = new SplittableRandom(15);
        Map<String, List<LonLat>> facilities = new TreeMap<>();
        for (int category = 0; category < 10; category++) {
            List<LonLat> points = new ArrayList<>();
            for (int i = 0; i < 5 + 5 * category; i++) {
                int edge = random.nextInt(network.edgeCount());
                LonLat point = network.point(edge, random.nextInt(network.pointCount(edge)));
                double aside = random.nextDouble(-5e-4, 5e-4);
                points.add(new LonLat(point.lon() + aside, point.lat() - aside));
            }
            facilities.put("category " + category, points);
        }
        return facilities;
    }

    List<Destinations> categories(WalkCosts costs) {
        EdgeIndex index = new EdgeIndex(network, costs::isWalkable);
        return facilities.values().stream()
                .map(
                        points ->
                                new Destinations(
                                        costs,
                                        index.snap(points, FARTHEST),
                                        IntStream.range(0, points.size()).toArray()))
                .toList();
    }
}
