package org.weiwang.circle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.circle.network.Lines.METRE;
import static org.weiwang.circle.network.Lines.degree;
import static org.weiwang.circle.network.Lines.line;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.weiwang.geo.Wgs84;

class NetworkBuilderTest {
    private final NetworkBuilder builder = new NetworkBuilder(0.5);

    private void ground(double... xy) {
        builder.add(line(xy), 0, false);
    }

    private void bridge(double... xy) {
        builder.add(line(xy), 1, false);
    }

    @Test
    void linesThatCrossAreJoined() {
        ground(0, 0, 10, 10);
        ground(0, 10, 10, 0);
        BuiltNetwork built = builder.build();
        assertThat(built.network().nodeCount()).isEqualTo(5);
        assertThat(built.network().edgeCount()).isEqualTo(4);
        assertThat(degree(built.network(), 5, 5)).isEqualTo(4);
        assertThat(built.islands()).hasSize(1);
    }

    @Test
    void linesThatTouchInTheirMiddlesAreJoined() {
        ground(0, 0, 5, 5, 10, 0);
        ground(0, 10, 5, 5, 10, 10);
        assertThat(degree(builder.build().network(), 5, 5)).isEqualTo(4);
    }

    @Test
    void aBridgePassesOver() {
        ground(0, 5, 10, 5);
        bridge(5, 0, 5, 10);
        BuiltNetwork built = builder.build();
        assertThat(built.network().edgeCount()).isEqualTo(2);
        assertThat(built.islands()).hasSize(2);
        assertThat(IntStream.range(0, 2).filter(built.network()::isAloft)).hasSize(1);
    }

    @Test
    void aBridgeIsJoinedWhereItsEndsMeetOthers() {
        ground(0, 5, 10, 5);
        ground(5, -5, 5, 0);
        bridge(5, 0, 5, 10);
        ground(5, 10, 9, 10);
        BuiltNetwork built = builder.build();
        assertThat(degree(built.network(), 5, 0)).isEqualTo(2);
        assertThat(degree(built.network(), 5, 10)).isEqualTo(2);
        assertThat(built.islands()).extracting(Island::nodes).containsExactly(4, 2);
    }

    @Test
    void aBridgeMayLandInTheMiddleOfALine() {
        ground(0, 0, 10, 0);
        ground(0, 10, 10, 10);
        ground(0, 5, 10, 5);
        bridge(5, 0.2 * METRE, 5, 10);
        BuiltNetwork built = builder.build();
        assertThat(degree(built.network(), 5, 0.2 * METRE)).isEqualTo(3);
        assertThat(degree(built.network(), 5, 10)).isEqualTo(3);
        assertThat(built.islands()).hasSize(2);
        assertThat(built.joined()).isEqualTo(2);
    }

    @Test
    void aBridgeMayLandWhereLinesCross() {
        ground(0, 0, 10, 0);
        ground(5, -5, 5, 5);
        bridge(5, 0, 9, 9);
        BuiltNetwork built = builder.build();
        assertThat(degree(built.network(), 5, 0)).isEqualTo(5);
        assertThat(built.islands()).hasSize(1);
    }

    @Test
    void aBranchOfABridgeIsNotJoinedWithTheRoadBelow() {
        ground(0, 0, 10, 0);
        bridge(5, -5, 5, 5);
        bridge(9, 5, 5, 0);
        BuiltNetwork built = builder.build();
        assertThat(degree(built.network(), 5, 0)).isEqualTo(3);
        assertThat(built.islands()).extracting(Island::edges).containsExactly(3, 1);
    }

    @Test
    void aBranchAboveACrossingIsNotJoinedWithTheRoadsBelow() {
        ground(0, 0, 10, 0);
        ground(2, -3, 8, 3);
        bridge(5, -5, 5, 5);
        bridge(9, 5, 5, 0);
        BuiltNetwork built = builder.build();
        assertThat(built.islands()).extracting(Island::edges).containsExactly(4, 3);
    }

    @Test
    void bridgesThatCrossAboveATeeAreNotJoinedWithIt() {
        ground(0, 0, 10, 0);
        ground(5, 0, 5, -5);
        bridge(2, 3, 8, -3);
        bridge(2, -3, 8, 3);
        assertThat(builder.build().islands()).extracting(Island::edges).containsExactly(4, 3);
    }

    @Test
    void severalBridgesMayLandInOnePlace() {
        ground(0, 0, 10, 0);
        bridge(5, 0, 9, 9);
        bridge(5, 0.4 * METRE, 1, 9);
        builder.add(line(5, 0, 5, 9), 2, false);
        BuiltNetwork built = builder.build();
        assertThat(degree(built.network(), 5, 0)).isEqualTo(5);
        assertThat(built.islands()).hasSize(1);
    }

    @Test
    void aBridgeThatIsDrawnTwiceLands() {
        ground(0, 0, 10, 0);
        bridge(5, 0, 5, 9);
        bridge(5, 0.4 * METRE, 5, 9);
        assertThat(builder.build().islands()).hasSize(1);
    }

    @Test
    void anOverpassThatGoesOnAsAnotherLineDoesNotLand() {
        ground(0, 0, 10, 0);
        bridge(5, -5, 5, 0);
        bridge(5, 0.3 * METRE, 5, 5);
        BuiltNetwork built = builder.build();
        assertThat(degree(built.network(), 5, 0)).isEqualTo(2);
        assertThat(built.islands()).extracting(Island::edges).containsExactly(2, 1);
    }

    @Test
    void armsThatMeetAboveACrossingAreNotJoinedWithTheStreets() {
        ground(0, 0, 10, 0);
        ground(5, -5, 5, 5);
        for (int arm = 0; arm < 4; arm++) {
            int level = 1 + arm / 2;
            builder.add(line(5, 0, arm % 2 == 0 ? 1 : 9, arm < 2 ? 4 : -4), level, false);
        }
        assertThat(builder.build().islands()).extracting(Island::edges).containsExactly(4, 4);
    }

    @Test
    void anOverpassThatGoesOnAsANodedOneDoesNotLand() {
        ground(0, 0, 10, 0);
        bridge(5, -5, 5, 0);
        builder.addNoded(line(5, 0, 5, 5), false, true);
        assertThat(builder.build().islands()).extracting(Island::edges).containsExactly(2, 1);
    }

    @Test
    void aBridgeThatEndsWhereAStreetDoesIsJoinedWithTheLinesOfBoth() {
        ground(0, 0, 10, 0);
        ground(5, 0.8 * METRE, 8, 5);
        bridge(5, 0.4 * METRE, 5, 9);
        builder.addNoded(line(5, 0.4 * METRE, 2, 9), false, false);
        assertThat(builder.build().islands()).hasSize(1);
    }

    @Test
    void aStreetThatEndsBelowABridgeIsNotJoinedWithIt() {
        bridge(0, 0, 10, 0);
        ground(5, 0, 5, 5);
        assertThat(builder.build().islands()).hasSize(2);
    }

    @Test
    void endsNearEachOtherBecomeOne() {
        ground(0, 0, 10, 0);
        ground(10, 0.4 * METRE, 20, 0);
        BuiltNetwork built = builder.build();
        assertThat(built.network().nodeCount()).isEqualTo(3);
        assertThat(built.joined()).isEqualTo(1);
    }

    @Test
    void endsFartherThanTheToleranceStayApart() {
        ground(0, 0, 10, 0);
        ground(10, 0.6 * METRE, 20, 0);
        BuiltNetwork built = builder.build();
        assertThat(built.network().nodeCount()).isEqualTo(4);
        assertThat(built.islands()).hasSize(2);
        assertThat(built.joined()).isZero();
    }

    @Test
    void endsThatHangTogetherByOthersBecomeOneWhateverIsElsewhere() {
        ground(0, 0, 0, 10);
        ground(0, 0.4 * METRE, 10, 0);
        ground(0, -0.4 * METRE, -10, 0);
        assertThat(builder.build().islands()).hasSize(1);
        for (int far = 0; far < 20; far++) {
            ground(1000 + far, 1000 * far, 1005 + far, 1000 * far);
        }
        BuiltNetwork built = builder.build();
        assertThat(built.islands()).hasSize(21);
        assertThat(degree(built.network(), 0, -0.4 * METRE)).isEqualTo(3);
    }

    @Test
    void anEndThatIsMovedStaysJoinedWithTheLineThatItLiesAt() {
        ground(0, 0, 10, 0);
        ground(5, 0.3 * METRE, 5, 10);
        ground(4.99, 0.7 * METRE, 0, 10);
        BuiltNetwork built = builder.build();
        assertThat(built.islands()).hasSize(1);
        assertThat(degree(built.network(), 4.99, 0.7 * METRE)).isEqualTo(4);
    }

    @Test
    void aCrossingStaysWhereAnEndBeyondItIsMovedBack() {
        // Three ends that hang together draw the first line back over the second one.
        ground(-10, 0, 0.6 * METRE, 0);
        ground(0, -10, 0, 10);
        builder.add(line(0.2 * METRE, 0, 10, 10), 1, false);
        builder.add(line(-0.2 * METRE, 0, -10, 10), 2, false);
        BuiltNetwork built = builder.build();
        assertThat(built.islands()).hasSize(1);
    }

    @Test
    void endsOnBothSidesOfALineAreJoinedThroughIt() {
        ground(0, 0, 10, 0);
        ground(5, 0.4 * METRE, 5, 10);
        ground(5, -0.4 * METRE, 5, -10);
        BuiltNetwork built = builder.build();
        assertThat(degree(built.network(), 5, -0.4 * METRE)).isEqualTo(4);
        assertThat(built.islands()).hasSize(1);
    }

    @Test
    void nodedLinesAreJoinedAtTheirEndsOnly() {
        builder.addNoded(line(0, 0, 10, 0), false, false);
        builder.addNoded(line(5, -5, 5, 5), false, false);
        builder.addNoded(line(7, 0.2 * METRE, 7, 20), false, false);
        ground(2, 0, 2, 10);
        ground(10, 0.4 * METRE, 20, 0);
        BuiltNetwork built = builder.build();
        assertThat(built.islands()).extracting(Island::edges).containsExactly(2, 1, 1, 1);
        assertThat(built.joined()).isEqualTo(1);
    }

    @Test
    void aNodedLineThatEndsOnAStreetDoesNotLandOnIt() {
        ground(0, 0, 10, 0);
        builder.addNoded(line(5, 0, 5, 5), false, false);
        assertThat(builder.build().islands()).hasSize(2);
    }

    @Test
    void withoutAToleranceABridgeLandsOnASlantingLine() {
        NetworkBuilder exact = new NetworkBuilder(0);
        exact.add(line(0, 0, 9, 3), 0, false);
        exact.add(line(3, 1, 3, 9), 1, false);
        assertThat(exact.build().islands()).hasSize(1);
    }

    @Test
    void anEndNearALineIsJoinedWithIt() {
        ground(0, 0, 10, 0);
        ground(5, 0.4 * METRE, 5, 10);
        BuiltNetwork built = builder.build();
        assertThat(degree(built.network(), 5, 0.4 * METRE)).isEqualTo(3);
        assertThat(built.joined()).isEqualTo(1);
        assertThat(built.islands()).hasSize(1);
    }

    @Test
    void aPlaceWhereALineIsCutCountsOnce() {
        ground(0, 0, 10, 0);
        ground(5, 0.3 * METRE, 5, 10);
        bridge(5, 0.3 * METRE, 9, 9);
        assertThat(builder.build().joined()).isEqualTo(1);
    }

    @Test
    void anEndNearAVertexTakesItsPlace() {
        ground(0, 0, 5, 0, 10, 5);
        ground(5, 0.4 * METRE, 5, 10);
        BuiltNetwork built = builder.build();
        assertThat(built.network().edgeCount()).isEqualTo(3);
        assertThat(degree(built.network(), 5, 0.4 * METRE)).isEqualTo(3);
        assertThat(IntStream.range(0, 3).map(built.network()::pointCount)).containsOnly(2);
    }

    @Test
    void anEndShortOfALineIsNotJoinedFartherThanTheTolerance() {
        ground(0, 0, 10, 0);
        ground(5, 0.6 * METRE, 5, 10);
        assertThat(builder.build().islands()).hasSize(2);
    }

    @Test
    void aLineMayEndOnItself() {
        ground(0, 0, 10, 0, 10, 5, 5, 5, 5, 0.2 * METRE);
        BuiltNetwork built = builder.build();
        assertThat(built.network().nodeCount()).isEqualTo(2);
        assertThat(built.network().edgeCount()).isEqualTo(2);
        assertThat(degree(built.network(), 5, 0.2 * METRE)).isEqualTo(3);
    }

    @Test
    void aLineMayCrossItself() {
        ground(0, 0, 10, 10, 10, 0, 0, 10);
        BuiltNetwork built = builder.build();
        assertThat(degree(built.network(), 5, 5)).isEqualTo(4);
        assertThat(built.network().edgeCount()).isEqualTo(3);
    }

    @Test
    void wholeDuplicatesAreLeftOut() {
        ground(0, 0, 5, 3, 10, 0);
        ground(10, 0, 5, 3, 0, 0);
        BuiltNetwork built = builder.build();
        assertThat(built.network().edgeCount()).isEqualTo(2);
        assertThat(built.lines()).isEqualTo(2);
        assertThat(built.duplicates()).isEqualTo(2);
    }

    @Test
    void whatTwoLinesShareIsLeftOutOnce() {
        ground(0, 0, 10, 0);
        ground(5, 0, 15, 0);
        BuiltNetwork built = builder.build();
        assertThat(built.network().edgeCount()).isEqualTo(3);
        assertThat(built.duplicates()).isEqualTo(1);
    }

    @Test
    void ofTwoAlikeTheOneWithoutStepsStays() {
        builder.add(line(0, 0, 10, 0), 0, true);
        builder.add(line(0, 0, 10, 0), 0, false);
        builder.add(line(20, 0, 30, 0), 0, true);
        WalkNetwork network = builder.build().network();
        assertThat(network.isSteps(0)).isFalse();
        assertThat(network.isSteps(1)).isTrue();
    }

    @Test
    void ofTwoAlikeTheOneOnTheGroundStays() {
        bridge(0, 0, 10, 0);
        ground(10, 0, 0, 0);
        bridge(20, 0, 30, 0);
        WalkNetwork network = builder.build().network();
        assertThat(network.isAloft(0)).isFalse();
        assertThat(network.isAloft(1)).isTrue();
    }

    @Test
    void differentWaysBetweenTheSameNodesStay() {
        ground(0, 0, 10, 0);
        ground(0, 0, 5, 5, 10, 0);
        BuiltNetwork built = builder.build();
        assertThat(built.network().nodeCount()).isEqualTo(2);
        assertThat(built.network().edgeCount()).isEqualTo(2);
        assertThat(built.duplicates()).isZero();
    }

    @Test
    void linesWithoutLengthAreCounted() {
        ground(0, 0, 0, 0);
        ground(1, 0, 1, 0.2 * METRE);
        ground(5, 0, 10, 0);
        BuiltNetwork built = builder.build();
        assertThat(built.network().edgeCount()).isEqualTo(1);
        assertThat(built.zeroLength()).isEqualTo(2);
    }

    @Test
    void linesThatCanNotBeAreCountedAndLeftOut() {
        ground(0, 0, 10, 0);
        builder.add(degrees(104, 30.6, 0, 0), 0, false);
        builder.add(degrees(104, 30.6, Double.NaN, 30.6), 0, false);
        builder.add(degrees(104, Double.POSITIVE_INFINITY, 104, 30.6), 0, false);
        builder.add(degrees(104, 30.6, 180.1, 30.6), 0, false);
        builder.addNoded(degrees(104, 90.1, 104, 89.9), false, false);
        builder.add(degrees(180, 90, 180, 89.99), 0, false);
        BuiltNetwork built = builder.build();
        assertThat(built.lines()).isEqualTo(7);
        assertThat(built.unusable()).isEqualTo(5);
        assertThat(built.network().edgeCount()).isEqualTo(2);
    }

    private static LineString degrees(double... lonLat) {
        return Wgs84.FACTORY.createLineString(new PackedCoordinateSequence.Double(lonLat, 2, 0));
    }

    /** As many edges at a node as no town has; to compare each with all takes many seconds. */
    @Test
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aStarIsMadeAtOnce() {
        NetworkAssembly star = new NetworkAssembly();
        for (int round = 0; round < 2; round++) {
            for (int tip = 1; tip <= 60_000; tip++) {
                int x = 1_040_000_000 + tip % 300 * 100;
                int y = 306_000_000 + tip / 300 * 100;
                star.add(0, tip, new int[] {1_040_000_000, 306_000_000, x, y}, false);
            }
        }
        BuiltNetwork built = star.build(120_000, 0, 0);
        assertThat(built.network().edgeCount()).isEqualTo(60_000);
        assertThat(built.duplicates()).isEqualTo(60_000);
    }

    @Test
    void islandsAreToldWithTheirSizeAndPlace() {
        ground(0, 0, 10, 0, 20, 0);
        ground(10, 0, 10, 10);
        ground(30, 30, 30, 40);
        Island small = builder.build().islands().get(1);
        assertThat(small.nodes()).isEqualTo(2);
        assertThat(small.edges()).isEqualTo(1);
        assertThat(small.metres()).isCloseTo(110.863, Offset.offset(0.002));
        assertThat(small.place()).isIn(Lines.point(30, 30), Lines.point(30, 40));
    }

    @Test
    void anEdgeHasItsPointsAndLength() {
        ground(0, 0, 10, 0, 10, 10);
        WalkNetwork network = builder.build().network();
        assertThat(network.pointCount(0)).isEqualTo(3);
        assertThat(network.point(0, 1)).isEqualTo(Lines.point(10, 0));
        assertThat(network.point(0, 0)).isEqualTo(network.node(network.from(0)));
        assertThat(network.point(0, 2)).isEqualTo(network.node(network.to(0)));
        // By PROJ's geod: 95.901 m east and 110.863 m north.
        assertThat(network.length(0)).isCloseTo(206_764, Offset.offset(3));
    }

    @Test
    void withoutLinesTheNetworkIsEmpty() {
        BuiltNetwork built = builder.build();
        assertThat(built.network().nodeCount()).isZero();
        assertThat(built.islands()).isEmpty();
    }

    @Test
    void refusesAToleranceThatIsNone() {
        assertThatThrownBy(() -> new NetworkBuilder(Double.NaN))
                .hasMessage("the tolerance must be from 0 to 20 metres, not NaN");
        assertThatThrownBy(() -> new NetworkBuilder(-1)).hasMessageContaining("-1");
    }
}
