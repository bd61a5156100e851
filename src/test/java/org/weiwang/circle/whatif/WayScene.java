package org.weiwang.circle.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.opentest4j.TestAbortedException;
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

    /** In metres: what is no farther than that from another place may be taken for it. */
    private static final double SLACK = 0.1;

    /** In degrees: twice the tolerance. */
    private static final double CLOSE = 1e-6;

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
            streets.add(draw(random.nextInt(4) == 0 ? 1 : 0, () -> endBeside(streets)));
        }
        before = streets(streets);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            ways.add(draw(Math.max(0, random.nextInt(6) - 2), this::end));
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

    private Way draw(int level, Supplier<LonLat> end) {
        LonLat from = end.get();
        LonLat to = end.get();
        return new Way(line(from, isAlongAnother(from, to) ? point() : to), level);
    }

    /** Of two lines that lie upon each other nobody can say which is meant. */
    private boolean isAlongAnother(LonLat from, LonLat to) {
        Point one = line(from, from).getStartPoint();
        Point other = line(to, to).getStartPoint();
        return from.equals(to)
                || Stream.concat(streets.stream(), ways.stream())
                        .map(Way::line)
                        .anyMatch(l -> l.distance(one) < CLOSE && l.distance(other) < CLOSE);
    }

    /** Anywhere, on a street, or by a street or another way. */
    private LonLat end() {
        return switch (random.nextInt(4)) {
            case 0 -> onStreet();
            case 1 -> endBeside(ways);
            default -> endBeside(streets);
        };
    }

    /** Anywhere, or where one of the lines ends, or on it. */
    private LonLat endBeside(List<Way> lines) {
        if (lines.isEmpty() || random.nextInt(3) == 0) {
            return point();
        }
        Coordinate[] ends = lines.get(random.nextInt(lines.size())).line().getCoordinates();
        return random.nextBoolean()
                ? lonLat(ends[random.nextInt(2)])
                : between(ends, random.nextDouble());
    }

    private static LonLat between(Coordinate[] ends, double share) {
        return new LonLat(
                ends[0].x + share * (ends[1].x - ends[0].x),
                ends[0].y + share * (ends[1].y - ends[0].y));
    }

    /** Where it is clear which of the lines is meant. */
    LonLat onStreet() {
        WalkNetwork network = before.costs().network();
        for (int tries = 0; tries < 50; tries++) {
            int edge = random.nextInt(network.edgeCount());
            int along = random.nextInt(network.length(edge) + 1);
            if (isClear(edge, along)) {
                return lonLat(EdgeLines.part(network, edge, along, along).getCoordinate());
            }
        }
        // Ways may lie along all of the streets.
        throw new TestAbortedException();
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
        return between(ways.get(0).line().getCoordinates(), share);
    }

    /** Some metres beside the first added way. */
    LonLat besideWay() {
        LonLat place = onWay(random.nextDouble());
        return new LonLat(
                place.lon() + random.nextDouble(-2e-4, 2e-4),
                place.lat() + random.nextDouble(-2e-4, 2e-4));
    }

    /**
     * Whether an added bridge goes on from one that has landed: in a network made anew none has.
     */
    boolean goesOnFromALanding() {
        List<Point> landings =
                streets.stream()
                        .filter(street -> street.level() != 0)
                        .flatMap(s -> Stream.of(s.line().getStartPoint(), s.line().getEndPoint()))
                        .filter(end -> isBeside(end, streets, way -> way.level() == 0))
                        .toList();
        return landings.stream().anyMatch(end -> isBeside(end, ways, way -> way.level() != 0));
    }

    private static boolean isBeside(Point end, List<Way> lines, Predicate<Way> which) {
        return lines.stream().filter(which).anyMatch(way -> way.line().distance(end) < CLOSE);
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

    /** Whether no other line could be meant than those that the home comes onto. */
    boolean isClear(int home) {
        LonLat at = homes.get(home);
        Snaps old = before.index().snap(List.of(at), FARTHEST + SLACK);
        Optional<AddedWays.Snap> onWay = added().snap(at, FARTHEST + SLACK);
        return onWay.map(snap -> isClearOnWay(at, snap.off(), old)).orElse(true)
                && (old.edge(0) == Snaps.NONE || isClearOnEdge(at, old));
    }

    private boolean isClearOnWay(LonLat at, int off, Snaps old) {
        return isAtHand(off)
                && isClear(at, off)
                && (old.edge(0) == Snaps.NONE || Math.abs(off - old.off(0)) > 1000 * SLACK);
    }

    private boolean isClearOnEdge(LonLat at, Snaps old) {
        WalkNetwork network = before.costs().network();
        EdgeIndex others = new EdgeIndex(network, edge -> edge != old.edge(0));
        Snaps other = others.snap(List.of(at), old.off(0) / 1000.0 + SLACK);
        return isAtHand(old.off(0))
                && isClear(old.edge(0), old.along(0))
                && (other.missing() == 1 || place(other, 0).distance(place(old, 0)) < CLOSE);
    }

    private static boolean isAtHand(int off) {
        return off < 1000 * (FARTHEST - SLACK);
    }

    private Point place(Snaps snaps, int point) {
        int along = snaps.along(point);
        return EdgeLines.part(before.costs().network(), snaps.edge(point), along, along)
                .getStartPoint();
    }

    /**
     * Whether a line ends so far from another that it might be joined with it or not, or lies along
     * another.
     */
    boolean isDoubtful() {
        List<LineString> lines =
                Stream.concat(streets.stream(), ways.stream()).map(Way::line).toList();
        return lines.stream()
                .anyMatch(
                        line ->
                                lines.stream()
                                        .filter(other -> other != line)
                                        .anyMatch(o -> mayEndOn(line, o) || liesAlong(line, o)));
    }

    private static boolean mayEndOn(LineString line, LineString other) {
        return Stream.of(line.getStartPoint(), line.getEndPoint())
                .mapToDouble(other::distance)
                .anyMatch(degrees -> degrees > CLOSE / 5 && degrees < CLOSE * 5);
    }

    private static boolean liesAlong(LineString line, LineString other) {
        double angle =
                Angle.toDegrees(
                        Angle.angle(line.getCoordinateN(0), line.getCoordinateN(1))
                                - Angle.angle(other.getCoordinateN(0), other.getCoordinateN(1)));
        return line.distance(other) < CLOSE && Math.abs(Math.IEEEremainder(angle, 180)) < 1;
    }

    /** Whether only an added way, and no other could be meant, is near enough to a place. */
    boolean isReachedByOneWay(LonLat place) {
        Optional<AddedWays.Snap> onWay = added().snap(place, FARTHEST);
        return before.index().snap(List.of(place), FARTHEST + SLACK).missing() == 1
                && onWay.isPresent()
                && isAtHand(onWay.get().off())
                && isClear(place, onWay.get().off());
    }

    private boolean isClear(LonLat place, int off) {
        double metres = off / 1000.0 + SLACK;
        return ways.stream().filter(way -> way.isWithin(metres, place)).count() == 1;
    }

    private boolean isClear(int edge, int along) {
        WalkNetwork network = before.costs().network();
        LonLat place = lonLat(EdgeLines.part(network, edge, along, along).getCoordinate());
        EdgeIndex others = new EdgeIndex(network, other -> !areJoined(edge, other));
        return isApartFromWays(place) && others.snap(List.of(place), SLACK).missing() == 1;
    }

    private boolean areJoined(int one, int other) {
        WalkNetwork network = before.costs().network();
        return Stream.of(network.from(one), network.to(one))
                .anyMatch(node -> node == network.from(other) || node == network.to(other));
    }

    boolean isApartFromWays(LonLat place) {
        return added().snap(place, SLACK).isEmpty();
    }

    private AddedWays added() {
        return new AddedWays(before.index(), ways, TOLERANCE, List.of(), FARTHEST);
    }

    static int cost(long label) {
        return label == Label.NONE ? LIMIT : Label.cost(label);
    }
}
