package org.weiwang.circle.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.EdgeLines;
import org.weiwang.circle.network.NetworkAssembly;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.geo.Wgs84;

class IsochroneAreasTest {
    private static final int EXTENT = 100_000;
    private static final double DISTANCE = 30;

    /** Metres of a degree at 30.6°N, of PROJ's geod. */
    private static final AffineTransformation METRES =
            AffineTransformation.scaleInstance(95_901, 110_863);

    @Property(tries = 60)
    void allThatIsReachedLiesInsideAndNothingFarAway(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int nodes = 2 + random.nextInt(60);
        WalkNetwork network =
                RandomNetwork.of(nodes, 1 + random.nextInt(2 * nodes), EXTENT, random).network();
        WalkCosts costs = WalkCosts.time(network, new Profile(1.2, true));
        Snaps start =
                new EdgeIndex(network, edge -> true)
                        .snap(RandomNetwork.points(1, EXTENT, network, random), 2000);
        Isochrone isochrone = new Isochrone(new NearestSearch(costs, 9_000), start);
        List<List<ReachedPart>> parts =
                IntStream.of(3_000, 6_000, 9_000).mapToObj(isochrone::within).toList();
        List<MultiPolygon> areas = IsochroneAreas.of(network, parts, DISTANCE);
        assertThat(areas).hasSize(3);
        for (int i = 0; i < 3; i++) {
            Geometry area = METRES.transform(areas.get(i));
            assertThat(area.isEmpty()).isEqualTo(parts.get(i).isEmpty());
            Geometry reached = METRES.transform(lines(network, parts.get(i)));
            for (int k = 0; k < reached.getNumGeometries(); k++) {
                LineString line = (LineString) reached.getGeometryN(k);
                assertThat(area.covers(line.getStartPoint())).isTrue();
                assertThat(line.getLength() == 0 || area.covers(line)).isTrue();
            }
            if (!reached.isEmpty()) {
                IndexedFacetDistance nearest = new IndexedFacetDistance(reached);
                for (Coordinate vertex : area.getCoordinates()) {
                    assertThat(distance(nearest, vertex)).isLessThanOrEqualTo(DISTANCE);
                }
                for (Coordinate inside : inside(area, random)) {
                    assertThat(distance(nearest, inside)).isLessThanOrEqualTo(DISTANCE);
                }
            }
            if (i > 0) {
                Geometry before = METRES.transform(areas.get(i - 1));
                Geometry outside = OverlayNGRobust.overlay(before, area, OverlayNG.DIFFERENCE);
                // A micrometre along all of its boundary.
                assertThat(outside.getArea()).isLessThanOrEqualTo(1e-6 * before.getLength());
            }
        }
    }

    private static double distance(IndexedFacetDistance nearest, Coordinate place) {
        return nearest.distance(Wgs84.FACTORY.createPoint(place));
    }

    /** Points inside an area, also where its vertices are far away. */
    private static List<Coordinate> inside(Geometry area, SplittableRandom random) {
        Envelope box = area.getEnvelopeInternal();
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
        return IntStream.range(0, 2_000)
                .mapToObj(
                        i ->
                                new Coordinate(
                                        box.getMinX() + random.nextDouble() * box.getWidth(),
                                        box.getMinY() + random.nextDouble() * box.getHeight()))
                .filter(point -> locator.locate(point) == Location.INTERIOR)
                .toList();
    }

    @Example
    void theMiddleOfABlockIsAHole() {
        NetworkAssembly assembly = new NetworkAssembly();
        int[] x = {1_040_000_000, 1_040_020_000, 1_040_020_000, 1_040_000_000};
        int[] y = {306_000_000, 306_000_000, 306_020_000, 306_020_000};
        for (int i = 0; i < 4; i++) {
            int next = (i + 1) % 4;
            assembly.add(i, next, new int[] {x[i], y[i], x[next], y[next]}, false);
        }
        WalkNetwork block = assembly.build(4, 0, 0).network();
        List<ReachedPart> whole =
                IntStream.range(0, 4)
                        .mapToObj(edge -> new ReachedPart(edge, 0, block.length(edge)))
                        .toList();
        MultiPolygon area = IsochroneAreas.of(block, List.of(whole), DISTANCE).get(0);
        assertThat(area.getNumGeometries()).isEqualTo(1);
        Polygon polygon = (Polygon) area.getGeometryN(0);
        assertThat(polygon.getNumInteriorRing()).isEqualTo(1);
        // A block of 191.8 m by 221.7 m, less some 30 m on each side.
        double hole = METRES.transform(polygon.getInteriorRingN(0).getEnvelope()).getArea();
        assertThat(hole).isBetween(131.8 * 161.7, 135 * 165.0);
    }

    @Example
    void refusesADistanceThatIsNone() {
        WalkNetwork network = RandomNetwork.of(3, 6, EXTENT, new SplittableRandom(1)).network();
        for (double distance : new double[] {0, -1, Double.NaN, 1_001}) {
            assertThatThrownBy(() -> IsochroneAreas.of(network, List.of(), distance))
                    .hasMessage(
                            "the distance must be above 0 and at most 1,000 metres, not "
                                    + distance);
        }
    }

    private static Geometry lines(WalkNetwork network, List<ReachedPart> parts) {
        return Wgs84.FACTORY.createMultiLineString(
                parts.stream()
                        .map(part -> EdgeLines.part(network, part.edge(), part.from(), part.to()))
                        .toArray(LineString[]::new));
    }

    @Example
    void drawsPartsOfEdges() {
        WalkNetwork network = RandomNetwork.of(30, 60, EXTENT, new SplittableRandom(1)).network();
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            int length = network.length(edge);
            LineString whole = EdgeLines.part(network, edge, 0, length);
            assertThat(whole.getNumPoints()).isEqualTo(network.pointCount(edge));
            double metres = METRES.transform(whole).getLength();
            LineString part = EdgeLines.part(network, edge, length / 4, length / 2);
            assertThat(METRES.transform(part).getLength() / metres).isBetween(0.2499, 0.2501);
            assertThat(whole.distance(part.getStartPoint())).isLessThan(1e-9);
            assertThat(EdgeLines.part(network, edge, length, length).getLength()).isZero();
        }
    }
}
