package org.weiwang.circle.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.LineString;
import org.weiwang.circle.Road;
import org.weiwang.circle.network.BuiltNetwork;
import org.weiwang.circle.network.NetworkBuilder;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.geo.LonLat;

class OsmRoadsTest {
    @TempDir Path folder;

    private Read read(OsmFile osm) throws IOException {
        Path file = folder.resolve("small.osm.pbf");
        osm.write(file);
        return read(file);
    }

    private static Read read(Path file) throws IOException {
        List<Road> roads = new ArrayList<>();
        OsmRoads.Outcome outcome = OsmRoads.read(file, roads::add);
        NetworkBuilder builder = new NetworkBuilder(0);
        for (Road road : roads) {
            assertThat(road.isNoded()).isTrue();
            builder.addNoded(
                    (LineString) road.geometry().getGeometryN(0),
                    road.isSteps(),
                    road.layer() != 0);
        }
        return new Read(roads, outcome, builder.build());
    }

    private record Read(List<Road> roads, OsmRoads.Outcome outcome, BuiltNetwork built) {}

    /** A row of nodes 1 to 5, 96 m apart, and node 6 upon node 3. */
    private static OsmFile row() {
        OsmFile osm = new OsmFile();
        for (int i = 1; i <= 5; i++) {
            osm.node(i, 1_040_000_000 + 10_000 * i, 306_000_000);
        }
        return osm.node(6, 1_040_030_000, 306_000_000);
    }

    @Test
    void waysAreJoinedWhereTheyShareANodeAndNowhereElse() throws IOException {
        Read read =
                read(
                        row().node(7, 1_040_020_000, 306_010_000)
                                .node(8, 1_040_020_000, 305_990_000)
                                .way("highway=residential layer=1", 1, 2, 3, 4, 5)
                                .way("highway=steps", 7, 2)
                                .way("highway=path", 7, 6, 8));
        WalkNetwork network = read.built.network();
        assertThat(read.built.islands()).hasSize(1);
        assertThat(network.nodeCount()).isEqualTo(5);
        assertThat(network.edgeCount()).isEqualTo(4);
        assertThat(node(network, 104.002, 30.6)).isNotNegative();
        assertThat(node(network, 104.003, 30.6)).isNegative();
        assertThat(network.isSteps(edge(network, 104.002, 30.601, 104.002, 30.6))).isTrue();
        assertThat(network.isSteps(edge(network, 104.001, 30.6, 104.002, 30.6))).isFalse();
        assertThat(network.isAloft(edge(network, 104.001, 30.6, 104.002, 30.6))).isTrue();
        assertThat(network.isAloft(edge(network, 104.002, 30.601, 104.002, 30.6))).isFalse();
        assertThat(network.pointCount(edge(network, 104.002, 30.6, 104.005, 30.6))).isEqualTo(4);
        assertThat(read.outcome.ways()).isEqualTo(3);
    }

    @Test
    void eachPartIsARoad() throws IOException {
        Read read =
                read(
                        row().way("highway=residential name=人民路", 1, 2, 3, 4)
                                .way("highway=steps", 2, 5));
        assertThat(read.roads)
                .extracting(Road::code, Road::name, Road::kind, Road::isSteps)
                .containsExactly(
                        tuple("1-1", "人民路", "residential", false),
                        tuple("1-2", "人民路", "residential", false),
                        tuple("2-1", "", "steps", true));
        assertThat(read.roads.get(1).geometry().toText())
                .isEqualTo("MULTILINESTRING ((104.002 30.6, 104.003 30.6, 104.004 30.6))");
    }

    @Test
    void aWayThatMeetsItselfIsCutThere() throws IOException {
        Read read = read(row().way("highway=path", 1, 2, 3, 5, 2));
        assertThat(read.built.network().nodeCount()).isEqualTo(2);
        assertThat(read.built.network().edgeCount()).isEqualTo(2);
    }

    @Test
    void nodesInOnePlaceAreJoined() throws IOException {
        Read read =
                read(
                        row().way("highway=path", 1, 3)
                                .way("highway=path", 3, 6)
                                .way("highway=path", 6, 5));
        assertThat(read.built.islands()).hasSize(1);
        assertThat(read.built.network().edgeCount()).isEqualTo(2);
    }

    @Test
    void aWayIsBrokenWhereTheFileLacksNodes() throws IOException {
        Read read = read(row().way("highway=path", 99, 1, 2, 98, 97, 3, 4, 5, 96));
        assertThat(read.outcome.missing()).isEqualTo(4);
        assertThat(read.built.network().edgeCount()).isEqualTo(2);
        assertThat(read.built.islands()).hasSize(2);
    }

    @Test
    void aNodeThatIsNotOnTheEarthIsMissing() throws IOException {
        Read read =
                read(
                        row().node(7, 2_000_000_000, 306_000_000)
                                .node(8, 1_040_000_000, 900_000_001)
                                .way("highway=path", 1, 2, 7)
                                .way("highway=path", 8, 3, 4));
        assertThat(read.outcome.missing()).isEqualTo(2);
        assertThat(read.built.network().edgeCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "highway=primary, true",
        "highway=footway access=no, false",
        "highway=footway access=private foot=yes, true",
        "highway=service access=private, false",
        "highway=path foot=no, false",
        "highway=path foot=private, false",
        "highway=secondary foot=use_sidepath, false",
        "highway=pedestrian area=yes, true",
        "highway=trunk, false",
        "highway=trunk sidewalk=both, true",
        "highway=trunk sidewalk=no, false",
        "highway=trunk sidewalk:left=yes, true",
        "highway=cycleway, false",
        "highway=cycleway foot=designated, true",
        "highway=motorway foot=yes, false",
        "highway=primary motorroad=yes, false",
        "highway=primary motorroad=yes foot=yes, true",
        "highway=trunk motorroad=yes sidewalk=right, true",
        "highway=primary motorroad=no, true",
        "highway=construction, false",
        "building=yes, false",
    })
    void walksWhatTheTagsAllow(String tags, boolean isWalkable) throws IOException {
        Read read = read(row().way(tags, 1, 2));
        assertThat(read.outcome.ways()).isEqualTo(isWalkable ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "highway=steps, true",
        "highway=steps wheelchair=no, true",
        "highway=steps ramp:wheelchair=yes, false",
        "highway=footway, false",
    })
    void knowsSteps(String tags, boolean isSteps) throws IOException {
        assertThat(read(row().way(tags, 1, 2)).built.network().isSteps(0)).isEqualTo(isSteps);
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        Path file = folder.resolve("cut.osm.pbf");
        row().way("highway=path", 1, 2).write(file);
        byte[] whole = Files.readAllBytes(file);
        for (int size = 1; size < whole.length; size++) {
            Files.write(file, Arrays.copyOf(whole, size));
            if (size == headerEnd(whole)) {
                assertThat(OsmRoads.read(file, road -> {}).ways()).isZero();
            } else {
                assertThatThrownBy(() -> OsmRoads.read(file, road -> {}))
                        .isInstanceOf(OsmFileException.class)
                        .hasMessageMatching("cut.osm.pbf is cut off \\(at byte \\d+\\)");
            }
        }
    }

    /** Where the first block ends. */
    private static int headerEnd(byte[] whole) {
        for (int i = 8; i < whole.length - 4; i++) {
            if (whole[i] == 0 && whole[i + 1] == 0 && whole[i + 2] == 0 && whole[i + 4] == 10) {
                return i;
            }
        }
        throw new IllegalStateException("no second block");
    }

    @Test
    void refusesWhatIsNoSuchFile() throws IOException {
        Path file = folder.resolve("text.osm.pbf");
        Files.writeString(file, "<osm version='0.6'></osm>");
        assertThatThrownBy(() -> OsmRoads.read(file, road -> {}))
                .isInstanceOf(OsmFileException.class)
                .hasMessageStartingWith("text.osm.pbf is not an .osm.pbf file");
        Files.writeString(file, "");
        assertThatThrownBy(() -> OsmRoads.read(file, road -> {}))
                .hasMessage("text.osm.pbf is not an .osm.pbf file: it has no header (at byte 0)");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> read(row().needs("HistoricalInformation")))
                .hasMessageContaining("small.osm.pbf needs a reader that knows Historical");
    }

    /** How many ways are walkable was counted with GDAL's reader and the same rule. */
    @ParameterizedTest
    @CsvSource({"chengdu-center, 2141, 3267", "andorra, 1504, 1828"})
    void readsRealFiles(String name, int ways, int nodesOfLargest) throws IOException {
        Path file = Path.of("../shared/data", name + ".osm.pbf");
        assumeThat(file).exists();
        Read read = read(file);
        assertThat(read.outcome.ways()).isEqualTo(ways);
        assertThat(read.outcome.missing()).isZero();
        assertThat(read.built.islands().get(0).nodes()).isEqualTo(nodesOfLargest);
    }

    private static int node(WalkNetwork network, double lon, double lat) {
        for (int node = 0; node < network.nodeCount(); node++) {
            if (network.node(node).equals(new LonLat(lon, lat))) {
                return node;
            }
        }
        return -1;
    }

    private static int edge(
            WalkNetwork network, double lon, double lat, double toLon, double toLat) {
        int from = node(network, lon, lat);
        int to = node(network, toLon, toLat);
        for (int i = 0; i < network.degree(from); i++) {
            if (network.other(network.edgeAt(from, i), from) == to) {
                return network.edgeAt(from, i);
            }
        }
        throw new AssertionError("no edge from " + from + " to " + to);
    }
}
