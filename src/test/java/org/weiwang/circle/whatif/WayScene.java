package org.weiwang.circle.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.weiwang.circle.network.AddedWays;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.EdgeLines;
import org.weiwang.circle.network.NetworkBuilder;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.network.Way;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;

/** Streets and flyovers drawn at random, some 600 m around, and ways that are drawn over them. */
final class WayScene {
    static final int LIMIT = 9_000;
    private static final double FARTHEST = 60;
    private static final double TOLERANCE = 0.05;
    private static final double EXTENT = 0.006;

    final SplittableRandom random;
    final List<Way> streets = new ArrayList<>();
    final List<Way> ways = new ArrayList<>();
    final List<LonLat> entrances = new ArrayList<>();
    final List<LonLat> homes = new ArrayList<>();
    final Profile profile;
    final Streets before;
    final Baseline baseline;

    WayScene(long seed) throws InterruptedException {
        random = new SplittableRandom(seed);
        profile = new Profile(random.nextDouble(0.3, 2), true);
        for (int i = 2 + random.nextInt(8); i > 0; i--) {
            streets.add(new Way(line(point(), point()), random.nextInt(5) == 0 ? 1 : 0));
        }
        before = streets(streets);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            // Each bridge has a level of its own: those of one level would be joined by a builder.
            int level = random.nextInt(3) == 0 ? 1 + i : 0;
            LonLat from = end();
            LonLat to = end();
            ways.add(new Way(line(from, to.equals(from) ? point() : to), level));
        }
        while (entrances.size() < 3) {
            entrances.add(onStreet());
        }
        while (homes.size() < 30) {
            homes.add(point());
        }
        baseline = baseline(before);
    }

    private Baseline baseline(Streets on) throws InterruptedException {
        Homes at = new Homes(on.index().snap(homes, FARTHEST), homes::get);
        return Baseline.of(on, LIMIT, List.of(destinations(on, entrances)), at, 1);
    }

    private static Destinations destinations(Streets on, List<LonLat> entrances) {
        Snaps snaps = on.index().snap(entrances, FARTHEST);
        int[] numbers = IntStream.range(0, entrances.size()).toArray();
        return new Destinations(on.costs(), snaps, numbers);
    }

    private Streets streets(List<Way> lines) {
        NetworkBuilder builder = new NetworkBuilder(TOLERANCE);
        lines.forEach(way -> builder.add(way.line(), way.level(), false));
        WalkNetwork network = builder.build().network();
        return new Streets(
                WalkCosts.time(network, profile),
                new EdgeIndex(network, edge -> true),
                FARTHEST,
                TOLERANCE);
    }

    private LonLat point() {
        return new LonLat(104 + random.nextDouble() * EXTENT, 30.6 + random.nextDouble() * EXTENT);
    }

    /** Anywhere, on a street, or where a street ends. */
    private LonLat end() {
        return switch (random.nextInt(3)) {
            case 0 -> point();
            case 1 -> onStreet();
            default -> lonLat(streets.get(random.nextInt(streets.size())).line().getCoordinate());
        };
    }

    /** Where it is clear which of the lines is meant. */
    LonLat onStreet() {
        WalkNetwork network = before.costs().network();
        int edge;
        int along;
        do {
            edge = random.nextInt(network.edgeCount());
            along = random.nextInt(network.length(edge) + 1);
        } while (!isClear(edge, along));
        return lonLat(EdgeLines.part(network, edge, along, along).getCoordinate());
    }

    private static LonLat lonLat(Coordinate place) {
        return new LonLat(place.x, place.y);
    }

    /** One way in place of the others, from a street to some metres beside it. */
    void drawBlindAlley() {
        LonLat from = onStreet();
        double east = random.nextDouble(-1e-4, 1e-4);
        double north = random.nextDouble(-1e-4, 1e-4);
        ways.clear();
        ways.add(new Way(line(from, new LonLat(from.lon() + east, from.lat() + north)), 0));
    }

    /** A place on the first added way. */
    LonLat onWay(double share) {
        Coordinate[] ends = ways.get(0).line().getCoordinates();
        return new LonLat(
                ends[0].x + share * (ends[1].x - ends[0].x),
                ends[0].y + share * (ends[1].y - ends[0].y));
    }

    double metresOfWay() {
        NetworkBuilder alone = new NetworkBuilder(TOLERANCE);
        alone.add(ways.get(0).line(), 0, false);
        return alone.build().network().length(0) / 1000.0;
    }

    /** The baseline of the homes as they are now. */
    Baseline withHomes() throws InterruptedException {
        return baseline(before);
    }

    private static LineString line(LonLat from, LonLat to) {
        return Wgs84.FACTORY.createLineString(
                new Coordinate[] {
                    new Coordinate(from.lon(), from.lat()), new Coordinate(to.lon(), to.lat())
                });
    }

    /** What homes cost when the network is made anew with the ways: beyond the limit, the limit. */
    final class Rebuilt {
        private final NearestSearch search;
        private final Snaps snaps;
        private final Streets after;

        Rebuilt(List<LonLat> moreEntrances) {
            List<Way> all = new ArrayList<>(streets);
            all.addAll(ways);
            after = streets(all);
            List<LonLat> everywhere = new ArrayList<>(entrances);
            everywhere.addAll(moreEntrances);
            search = new NearestSearch(after.costs(), LIMIT);
            search.run(destinations(after, everywhere));
            snaps = after.index().snap(homes, FARTHEST);
        }

        /** By the nearest edge, which may be an added way, or by the edge that was nearest. */
        int cost(int home) {
            int best = WayScene.cost(search.address(snaps, home));
            Snaps old = baseline.homes().snaps();
            if (old.edge(home) != Snaps.NONE) {
                LineString foot =
                        EdgeLines.part(
                                before.costs().network(),
                                old.edge(home),
                                old.along(home),
                                old.along(home));
                Snaps at = after.index().snap(List.of(lonLat(foot.getCoordinate())), 1);
                int off = after.costs().ofLength(old.off(home));
                best = Math.min(best, WayScene.cost(search.address(at, 0)) + off);
            }
            return Math.min(best, LIMIT);
        }
    }

    /** Whether no other line could be meant than the one that the home came onto. */
    boolean isClear(int home) {
        Snaps old = baseline.homes().snaps();
        int edge = old.edge(home);
        return edge == Snaps.NONE || isClear(edge, old.along(home));
    }

    private boolean isClear(int edge, int along) {
        WalkNetwork network = before.costs().network();
        LonLat place = lonLat(EdgeLines.part(network, edge, along, along).getCoordinate());
        EdgeIndex others = new EdgeIndex(network, e -> network.isAloft(e) != network.isAloft(edge));
        boolean isAtNode = along == 0 || along == network.length(edge);
        return isApartFromWays(place)
                && (isAtNode || others.snap(List.of(place), 0.1).missing() == 1);
    }

    boolean isApartFromWays(LonLat place) {
        return new AddedWays(before.index(), ways, TOLERANCE, List.of(), FARTHEST)
                .foot(place, 0.1)
                .isEmpty();
    }

    static int cost(long label) {
        return label == Label.NONE ? LIMIT : Label.cost(label);
    }
}
