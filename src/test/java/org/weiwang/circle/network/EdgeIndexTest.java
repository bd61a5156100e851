package org.weiwang.circle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.circle.network.Lines.line;
import static org.weiwang.circle.network.Lines.point;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.geo.Ellipsoid;
import org.weiwang.geo.LonLat;

class EdgeIndexTest {
    private static final double FARTHEST = 200;

    private static WalkNetwork twoStreets() {
        NetworkBuilder builder = new NetworkBuilder(0);
        builder.add(line(0, 0, 50, 0, 50, 50), 0, false);
        builder.add(line(0, 5, 40, 5), 0, true);
        return builder.build().network();
    }

    private static Snaps snap(WalkNetwork network, LonLat... points) {
        return new EdgeIndex(network, edge -> true).snap(List.of(points), FARTHEST);
    }

    @Example
    void aPointComesOntoTheNearestPlaceOfAnEdge() {
        Snaps snaps = snap(twoStreets(), point(20, 1), point(51, 10), point(20, 4), point(-1, 0));
        assertThat(snaps.edge(0)).isEqualTo(snaps.edge(1)).isNotEqualTo(snaps.edge(2));
        // By PROJ's geod ten units are 95.901 m east and 110.863 m north.
        assertThat(snaps.along(0)).isCloseTo(191_801, Offset.offset(10));
        assertThat(snaps.off(0)).isCloseTo(11_086, Offset.offset(2));
        assertThat(snaps.along(1)).isCloseTo(479_503 + 110_863, Offset.offset(20));
        assertThat(snaps.off(1)).isCloseTo(9_590, Offset.offset(2));
        assertThat(snaps.along(3)).isZero();
        assertThat(snaps.missing()).isZero();
    }

    @Example
    void onlyOntoEdgesThatTheWalkerMayUse() {
        WalkNetwork network = twoStreets();
        EdgeIndex index = new EdgeIndex(network, edge -> !network.isSteps(edge));
        Snaps snaps = index.snap(List.of(point(20, 4)), FARTHEST);
        assertThat(network.isSteps(snaps.edge(0))).isFalse();
        EdgeIndex shared =
                new EdgeIndex(network, edge -> true).only(edge -> !network.isSteps(edge));
        Snaps same = shared.snap(List.of(point(20, 4)), FARTHEST);
        assertThat(same.edge(0)).isEqualTo(snaps.edge(0));
        assertThat(same.off(0)).isEqualTo(snaps.off(0));
    }

    @Example
    void fartherThanTheFarthestThereIsNone() {
        WalkNetwork network = twoStreets();
        EdgeIndex index = new EdgeIndex(network, edge -> true);
        // 10 units south of the first street: 110.863 m.
        List<LonLat> point = List.of(point(20, -10));
        assertThat(index.snap(point, 110.87).missing()).isZero();
        assertThat(index.snap(point, 110.85).missing()).isEqualTo(1);
        assertThat(index.snap(List.of(new LonLat(0, 0)), 10_000).edge(0)).isEqualTo(Snaps.NONE);
        assertThatThrownBy(() -> index.snap(point, -1))
                .hasMessage("the farthest must be from 0 to 10,000 metres, not -1.0");
    }

    @Example
    void inAnEmptyNetworkThereIsNone() {
        WalkNetwork empty = new NetworkBuilder(0).build().network();
        assertThat(snap(empty, point(0, 0)).edge(0)).isEqualTo(Snaps.NONE);
    }

    @Example
    void findsAtThePolesToo() {
        WalkNetwork network = network(0, -900_000_000, 0, -899_990_000);
        Snaps snaps =
                new EdgeIndex(network, edge -> true)
                        .snap(List.of(new LonLat(77, -90), new LonLat(0, 90)), 10_000);
        assertThat(snaps.edge(0)).isZero();
        assertThat(snaps.off(0)).isLessThan(1);
        assertThat(snaps.edge(1)).isEqualTo(Snaps.NONE);
        Snaps near =
                new EdgeIndex(network, edge -> true).snap(List.of(new LonLat(50, -89.9999)), 200);
        assertThat(near.edge(0)).isZero();
    }

    @Example
    void anEdgeWithoutLengthIsNeverTaken() {
        NetworkAssembly assembly = new NetworkAssembly();
        assembly.add(1, 2, new int[] {1_040_000_000, 306_000_000}, false);
        WalkNetwork network = assembly.build(1, 0, 0).network();
        assertThat(network.edgeCount()).isEqualTo(1);
        assertThat(snap(network, point(0, 0)).edge(0)).isEqualTo(Snaps.NONE);
    }

    private static WalkNetwork network(int... path) {
        NetworkAssembly assembly = new NetworkAssembly();
        assembly.add(1, 2, path, false);
        return assembly.build(1, 0, 0).network();
    }

    /** Otherwise a stray edge far away would make one cell of the whole town. */
    @Example
    void cellsAreAsNarrowWhereverOtherEdgesLie() {
        NetworkAssembly town = new NetworkAssembly();
        for (int i = 0; i < 10_000; i++) {
            int x = 1_040_000_000 + i % 100 * 6_000;
            int y = 306_000_000 + i / 100 * 6_000;
            town.add(2 * i, 2 * i + 1, new int[] {x, y, x + 3_000, y + 3_000}, false);
        }
        town.add(-1, -2, new int[] {0, 0, 1_000, 0}, false);
        SegmentRows rows = new SegmentRows(town.build(0, 0, 0).network(), edge -> true);
        List<Integer> visited = new ArrayList<>();
        double x = 1_040_300_000;
        rows.visit(rows.row(306_300_000), x - 3_000, x + 3_000, visited::add);
        assertThat(visited).hasSizeBetween(1, 20);
        assertThat(rows.bytes()).isLessThan(2_000_000);
    }

    @Example
    void longDiagonalsDoNotTakeMoreMemoryTheLongerTheyAre() {
        assertThat(bytesOfDiagonals(10_000_000)).isLessThan(8 * 6 * 4_000 + 10_000);
        assertThat(bytesOfDiagonals(1_000)).isLessThan(8 * 6 * 4_000 + 10_000);
    }

    private static long bytesOfDiagonals(int length) {
        NetworkAssembly assembly = new NetworkAssembly();
        for (int i = 0; i < 4_000; i++) {
            int x = 1_000_000_000 + 1_000 * i;
            int y = 300_000_000;
            assembly.add(2 * i, 2 * i + 1, new int[] {x, y, x + length, y + length}, false);
        }
        return new EdgeIndex(assembly.build(0, 0, 0).network(), edge -> true).bytes();
    }

    /** Against trying all segments; lines of all lengths, points in and around them. */
    @Property(tries = 200)
    void findsTheNearest(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NetworkBuilder builder = new NetworkBuilder(0);
        int extent = 1 + random.nextInt(300);
        for (int i = 0; i < 1 + random.nextInt(40); i++) {
            double[] xy = new double[4 + 2 * random.nextInt(4)];
            for (int k = 0; k < xy.length; k++) {
                xy[k] = random.nextInt(extent) / (double) (1 + random.nextInt(3));
            }
            builder.add(line(xy), i, false);
        }
        if (random.nextBoolean()) {
            builder.add(line(-900_000, 0, -900_000, 1), 0, false);
            builder.add(line(-5_000, -2_000, 5_000, 2_000), 99, false);
        }
        WalkNetwork network = builder.build().network();
        List<LonLat> points = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            points.add(
                    point(
                            random.nextDouble(-0.2 * extent, 1.2 * extent),
                            random.nextDouble(-0.2 * extent, 1.2 * extent)));
        }
        Snaps snaps = new EdgeIndex(network, edge -> true).snap(points, FARTHEST);
        for (int i = 0; i < points.size(); i++) {
            double nearest = nearest(network, points.get(i));
            if (nearest > FARTHEST) {
                assertThat(snaps.edge(i)).isEqualTo(Snaps.NONE);
            } else {
                assertThat(snaps.off(i))
                        .isCloseTo((int) Math.rint(1000 * nearest), Offset.offset(1));
                assertThat(snaps.along(i)).isBetween(0, network.length(snaps.edge(i)));
                LonLat place = place(network, snaps.edge(i), snaps.along(i));
                Coordinate to = metres(points.get(i), place);
                assertThat(to.distance(new Coordinate())).isCloseTo(nearest, Offset.offset(0.03));
            }
        }
        BitSet some = new BitSet();
        IntStream.range(0, network.edgeCount()).forEach(e -> some.set(e, random.nextBoolean()));
        Snaps alone = new EdgeIndex(network, some::get).snap(points, FARTHEST);
        Snaps shared = new EdgeIndex(network, edge -> true).only(some::get).snap(points, FARTHEST);
        for (int i = 0; i < points.size(); i++) {
            assertThat(shared.edge(i)).isEqualTo(alone.edge(i));
            assertThat(shared.along(i)).isEqualTo(alone.along(i));
            assertThat(shared.off(i)).isEqualTo(alone.off(i));
        }
    }

    private static double nearest(WalkNetwork network, LonLat point) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            for (int i = 1; i < network.pointCount(edge); i++) {
                Coordinate from = metres(point, network.point(edge, i - 1));
                Coordinate to = metres(point, network.point(edge, i));
                nearest = Math.min(nearest, Distance.pointToSegment(new Coordinate(), from, to));
            }
        }
        return nearest;
    }

    private static LonLat place(WalkNetwork network, int edge, int along) {
        Coordinate place = EdgeLines.part(network, edge, along, along).getCoordinate();
        return new LonLat(place.x, place.y);
    }

    private static Coordinate metres(LonLat from, LonLat to) {
        return new Coordinate(
                (to.lon() - from.lon()) * Ellipsoid.metresOfLongitude(from.lat()),
                (to.lat() - from.lat()) * Ellipsoid.metresOfLatitude(from.lat()));
    }
}
