package org.weiwang.circle.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;

/** Random lines within some metres, whose ends lie near one another and near lines. */
class JoiningPropertyTest {
    private static final double TOLERANCE = 0.5;
    private static final double STEP = 1e-7;

    /** What is as near to the tolerance, or to touching, may count either way. */
    private static final double CLOSE = 0.02;

    /** Metres from 104°E 30.6°N, by the scales of PROJ's geod. */
    private static final AffineTransformation METRES =
            AffineTransformation.translationInstance(-104, -30.6).scale(95_901, 110_863);

    private record Given(LineString line, int level, boolean isNoded) {
        static Given random(SplittableRandom random, int levels, boolean mayBeNoded) {
            double[] xy = new double[4 + 2 * random.nextInt(3)];
            for (int k = 0; k < xy.length; k += 2) {
                xy[k] = random.nextInt(600) * STEP / Lines.UNIT;
                xy[k + 1] = random.nextInt(600) * STEP / Lines.UNIT;
            }
            return new Given(
                    Lines.line(xy), random.nextInt(levels), mayBeNoded && random.nextInt(3) == 0);
        }

        LineString metres() {
            return (LineString) METRES.transform(line);
        }
    }

    private static List<Given> given(SplittableRandom random, int levels, boolean mayBeNoded) {
        List<Given> lines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(9); i++) {
            lines.add(Given.random(random, levels, mayBeNoded));
        }
        return lines;
    }

    private static BuiltNetwork build(List<Given> lines) {
        NetworkBuilder builder = new NetworkBuilder(TOLERANCE);
        for (Given given : lines) {
            if (given.isNoded) {
                builder.addNoded(given.line, false, false);
            } else {
                builder.add(given.line, given.level, false);
            }
        }
        return builder.build();
    }

    /** By comparing each line with each other one. */
    @Property(tries = 3000)
    void whatIsJoinedIsWhatLiesTogether(@ForAll long seed) {
        List<Given> lines = given(new SplittableRandom(seed), 1, true);
        Unions pieces = new Unions(lines.size());
        Unions ends = new Unions(2 * lines.size());
        for (int i = 0; i < lines.size(); i++) {
            for (int k = i; k < lines.size(); k++) {
                joinEnds(lines, i, k, ends);
                if (i != k && areJoined(lines.get(i), lines.get(k))) {
                    pieces.unite(i, k);
                }
            }
        }
        Set<Integer> withEdges = new HashSet<>();
        Set<Integer> all = new HashSet<>();
        for (int i = 0; i < 2 * lines.size(); i++) {
            pieces.unite(i / 2, ends.find(i) / 2);
        }
        for (int i = 0; i < lines.size(); i++) {
            all.add(pieces.find(i));
            if (ends.find(2 * i) != ends.find(2 * i + 1)) {
                withEdges.add(pieces.find(i));
            }
        }
        // A line that comes back to where it began may shrink to nothing.
        assertThat(build(lines).islands()).hasSizeBetween(withEdges.size(), all.size());
    }

    private static Point end(Given given, int number) {
        LineString line = given.metres();
        return number == 0 ? line.getStartPoint() : line.getEndPoint();
    }

    private static void joinEnds(List<Given> lines, int one, int other, Unions ends) {
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                double distance = end(lines.get(one), a).distance(end(lines.get(other), b));
                if (isClear(distance, TOLERANCE) && distance <= TOLERANCE) {
                    ends.unite(2 * one + a, 2 * other + b);
                }
            }
        }
    }

    private static boolean areJoined(Given one, Given other) {
        if (one.isNoded || other.isNoded || one.level != other.level) {
            return false;
        }
        double between = one.metres().distance(other.metres());
        Assume.that(between == 0 || between > CLOSE);
        boolean joined = between == 0;
        for (int end = 0; end < 2; end++) {
            joined |= isNear(end(one, end), other) || isNear(end(other, end), one);
        }
        return joined;
    }

    private static boolean isNear(Point end, Given line) {
        double distance = end.distance(line.metres());
        return isClear(distance, TOLERANCE) && distance <= TOLERANCE;
    }

    private static boolean isClear(double distance, double from) {
        Assume.that(Math.abs(distance - from) > CLOSE / 10);
        return true;
    }

    /** Among bridges too: what is on the ground has no say in where they land. */
    @Property(tries = 2000)
    void linesMoreTakeNoConnectionAway(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Given> lines = given(random, 3, true);
        List<Given> more = new ArrayList<>(lines);
        more.addAll(given(random, 1, true));
        int[] before = pieces(lines, lines);
        int[] after = pieces(more, lines);
        for (int i = 0; i < before.length; i++) {
            for (int k = 0; k < i; k++) {
                if (before[i] == before[k]) {
                    assertThat(after[i]).isEqualTo(after[k]);
                }
            }
        }
    }

    /**
     * For both ends of each of the probed lines the piece of the network that it belongs to. From
     * each a line leads to a place of its own, where it is found again.
     */
    private static int[] pieces(List<Given> lines, List<Given> probed) {
        List<Given> all = new ArrayList<>(lines);
        List<LonLat> far = new ArrayList<>();
        for (Given given : probed) {
            for (int end = 0; end < 2; end++) {
                Coordinate from =
                        (end == 0 ? given.line.getStartPoint() : given.line.getEndPoint())
                                .getCoordinate();
                LonLat to = Lines.point(100, far.size());
                far.add(to);
                Coordinate[] path = {from, new Coordinate(to.lon(), to.lat())};
                all.add(new Given(Wgs84.FACTORY.createLineString(path), 0, true));
            }
        }
        WalkNetwork network = build(all).network();
        Unions pieces = new Unions(network.nodeCount());
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            pieces.unite(network.from(edge), network.to(edge));
        }
        return far.stream().mapToInt(place -> pieces.find(nodeAt(network, place))).toArray();
    }

    private static int nodeAt(WalkNetwork network, LonLat place) {
        return IntStream.range(0, network.nodeCount())
                .filter(node -> Steps.of(network.node(node).lon()) == Steps.of(place.lon()))
                .filter(node -> Steps.of(network.node(node).lat()) == Steps.of(place.lat()))
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 1000)
    void theOrderOfLinesIsNothing(@ForAll long seed) {
        List<Given> lines = given(new SplittableRandom(seed), 3, true);
        BuiltNetwork one = build(lines);
        Collections.shuffle(lines, new Random(seed));
        BuiltNetwork other = build(lines);
        assertThat(drawn(other.network())).isEqualTo(drawn(one.network()));
        assertThat(other.joined()).isEqualTo(one.joined());
        assertThat(other.islands()).hasSameSizeAs(one.islands());
    }

    private static Set<String> drawn(WalkNetwork network) {
        Set<String> drawn = new TreeSet<>();
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            Coordinate[] points = new Coordinate[network.pointCount(edge)];
            for (int i = 0; i < points.length; i++) {
                LonLat point = network.point(edge, i);
                points[i] = new Coordinate(point.lon(), point.lat());
            }
            drawn.add(Wgs84.FACTORY.createLineString(points).norm() + " " + network.length(edge));
        }
        return drawn;
    }
}
