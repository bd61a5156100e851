package org.weiwang.circle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.circle.network.Lines.METRE;
import static org.weiwang.circle.network.Lines.line;
import static org.weiwang.circle.network.Lines.point;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.weiwang.circle.network.AddedWays.Link;
import org.weiwang.circle.network.AddedWays.Snap;
import org.weiwang.circle.network.AddedWays.Split;
import org.weiwang.geo.LonLat;

/** Ten units are 95.901 m east and 110.863 m north, by PROJ's geod. */
class AddedWaysTest {
    private final NetworkBuilder builder = new NetworkBuilder(0);
    private final List<Way> ways = new ArrayList<>();
    private WalkNetwork network;

    private void street(double... xy) {
        builder.add(line(xy), 0, false);
    }

    private void flyover(double... xy) {
        builder.add(line(xy), 1, false);
    }

    private void way(double... xy) {
        ways.add(new Way(line(xy), 0));
    }

    private void bridge(double... xy) {
        bridgeOf(2, xy);
    }

    private void bridgeOf(int level, double... xy) {
        ways.add(new Way(line(xy), level));
    }

    private AddedWays lay(LonLat... stops) {
        network = builder.build().network();
        EdgeIndex index = new EdgeIndex(network, edge -> true);
        return new AddedWays(index, ways, 0.5, List.of(stops), 200);
    }

    /** How many nodes hang together with the first of the added ones, itself included. */
    private int reached(AddedWays added) {
        boolean[] seen = new boolean[added.nodeCount()];
        seen[network.nodeCount()] = true;
        int before = 0;
        int count = 1;
        while (count > before) {
            before = count;
            for (Link link : added.links()) {
                seen[link.from()] |= seen[link.to()];
                seen[link.to()] |= seen[link.from()];
            }
            for (int edge = 0; edge < network.edgeCount(); edge++) {
                seen[network.from(edge)] |= seen[network.to(edge)];
                seen[network.to(edge)] |= seen[network.from(edge)];
            }
            count = 0;
            for (boolean isSeen : seen) {
                count += isSeen ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aWayOnTheGroundIsJoinedWhereItCrosses() {
        street(0, 0, 10, 0);
        way(5, -5, 5, 5);
        AddedWays added = lay();
        assertThat(added.splits()).hasSize(1);
        Split split = added.splits().get(0);
        assertThat(split.along()).isCloseTo(47_950, Offset.offset(5));
        // Both ends, the crossing on the way and that on the street, and the street's ends.
        assertThat(reached(added)).isEqualTo(6);
        assertThat(added.links())
                .contains(new Link(network.from(0), split.node(), 0, split.along(), 0));
        assertThat(added.links().stream().filter(link -> link.edge() == Snaps.NONE))
                .extracting(link -> link.end() - link.start())
                .satisfiesExactlyInAnyOrder(
                        gap -> assertThat(gap).isZero(),
                        half -> assertThat(half).isCloseTo(55_431, Offset.offset(5)),
                        half -> assertThat(half).isCloseTo(55_431, Offset.offset(5)));
        assertThat(added.unjoined()).isEmpty();
    }

    @Test
    void aBridgeIsJoinedAtItsEndsOnly() {
        street(0, 0, 10, 0);
        street(0, 5, 10, 5);
        street(0, 10, 10, 10);
        bridge(5, 0.3 * METRE, 5, 10);
        AddedWays added = lay();
        assertThat(added.splits()).hasSize(2);
        // The street below it stays apart.
        assertThat(reached(added)).isEqualTo(2 + 2 + 4);
    }

    @Test
    void aBridgeThatEndsBeyondTheToleranceIsNotJoined() {
        street(0, 0, 10, 0);
        bridge(5, 0.6 * METRE, 5, 10);
        AddedWays added = lay();
        assertThat(added.splits()).isEmpty();
        assertThat(added.unjoined()).containsExactly(0);
    }

    @Test
    void aWayPassesUnderAFlyover() {
        street(0, 0, 0, 10);
        flyover(5, -5, 5, 15);
        way(0, 5, 10, 5);
        AddedWays added = lay();
        assertThat(added.splits()).hasSize(1);
        assertThat(network.isAloft(added.splits().get(0).edge())).isFalse();
        assertThat(reached(added)).isEqualTo(2 + 2 + 1);
    }

    @Test
    void aFlyoverThatEndsAloneIsJoinedWithTheWayBelow() {
        flyover(5, 0.3 * METRE, 5, 15);
        way(0, 0, 10, 0);
        assertThat(reached(lay())).isEqualTo(2 + 1 + 2);
    }

    @Test
    void whereTwoBridgesMeetTheyAreNotJoinedWithTheStreetBelow() {
        street(0, 0, 10, 0);
        bridge(5, -5, 5, 0);
        bridge(5, 0, 5, 5);
        AddedWays added = lay();
        assertThat(added.splits()).isEmpty();
        assertThat(reached(added)).isEqualTo(4);
    }

    @Test
    void armsThatMeetAboveACrossingAreNotJoinedWithTheStreets() {
        street(0, 0, 10, 0);
        street(5, -5, 5, 5);
        bridge(5, 0, 1, 4);
        bridge(5, 0, 9, 4);
        bridgeOf(3, 5, 0, 1, -4);
        AddedWays added = lay();
        assertThat(added.splits()).isEmpty();
        assertThat(reached(added)).isEqualTo(6);
    }

    @Test
    void severalBridgesMayLandInOnePlace() {
        street(0, 0, 10, 0);
        bridge(5, 0, 9, 9);
        bridgeOf(3, 5, 0.4 * METRE, 5, 9);
        assertThat(reached(lay())).isEqualTo(2 + 1 + 4);
    }

    @Test
    void aBridgeIsJoinedWithOneOfItsLevel() {
        street(0, 0, 10, 0);
        flyover(5, -5, 5, 5);
        bridgeOf(1, 9, 5, 5, 0);
        bridgeOf(1, 2, -4, 9, -4);
        AddedWays added = lay();
        // An arm above the street, and a crossing.
        assertThat(added.splits()).hasSize(2);
        assertThat(added.splits()).allMatch(split -> network.isAloft(split.edge()));
        assertThat(reached(added)).isEqualTo(2 + 2 + 2 + 3);
    }

    @Test
    void aBridgePassesOneOfAnotherLevel() {
        flyover(5, -5, 5, 5);
        bridgeOf(2, 9, 5, 5, 0);
        bridgeOf(2, 2, -4, 9, -4);
        assertThat(lay().unjoined()).containsExactly(0, 1);
    }

    @Test
    void aBridgeThatHasLandedStaysSoWhereAnotherGoesOn() {
        street(0, 0, 10, 0);
        flyover(5, 0, 5, 9);
        bridgeOf(1, 5, 0, 5, -9);
        assertThat(reached(lay())).isEqualTo(4 + 2);
    }

    @Test
    void aFlyoverThatGoesOnIsNotJoinedWithTheWayBelow() {
        flyover(5, 0, 5, 15);
        bridgeOf(1, 5, 0, 5, -15);
        way(0, 0, 10, 0);
        AddedWays added = lay();
        assertThat(reached(added)).isEqualTo(2 + 2);
        assertThat(added.unjoined()).containsExactly(1);
    }

    @Test
    void aFlyoverOfTwoPiecesIsNotJoinedWithTheWayBelow() {
        flyover(5, 0, 5, 15);
        builder.add(line(5, 0, 5, -15), 2, false);
        way(0, 0, 10, 0);
        assertThat(lay().unjoined()).containsExactly(0);
    }

    @Test
    void aBridgeMayGoOnFromAFlyover() {
        street(0, 0, 10, 0);
        flyover(5, -5, 5, 0.3 * METRE, 9, 9);
        flyover(5, -5, 1, -9);
        bridge(5, -5, 9, -9);
        assertThat(reached(lay())).isEqualTo(2 + 3);
    }

    @Test
    void anEndNearAStreetIsJoinedWithIt() {
        street(0, 0, 10, 0);
        way(5, 0.4 * METRE, 5, 10);
        AddedWays added = lay();
        assertThat(added.links())
                .anySatisfy(
                        link -> {
                            assertThat(link.edge()).isEqualTo(Snaps.NONE);
                            assertThat(link.end()).isCloseTo(400, Offset.offset(10));
                        });
        assertThat(reached(added)).isEqualTo(2 + 1 + 2);
    }

    @Test
    void anEndOfAStreetNearAWayIsJoinedWithIt() {
        street(5, 0.4 * METRE, 5, 10);
        way(0, 0, 10, 0);
        AddedWays added = lay();
        assertThat(added.splits()).isEmpty();
        assertThat(reached(added)).isEqualTo(3 + 2);
    }

    @Test
    void aStreetsBendNearAWayIsNotJoinedWithIt() {
        street(0, 10, 5, 0.4 * METRE, 10, 10);
        way(0, 0, 10, 0);
        assertThat(lay().unjoined()).containsExactly(0);
    }

    @Test
    void waysAreJoinedWithEachOther() {
        street(0, 0, 10, 0);
        way(5, 5, 5, 15);
        way(0, 10, 10, 10);
        AddedWays added = lay();
        assertThat(reached(added)).isEqualTo(4 + 2);
        assertThat(added.unjoined()).isEmpty();
    }

    @Test
    void aWayMayEndOnItself() {
        way(0, 0, 10, 0, 10, 5, 5, 5, 5, 0.2 * METRE);
        AddedWays added = lay();
        assertThat(added.nodeCount()).isEqualTo(3);
        assertThat(added.links()).hasSize(3);
    }

    @Test
    void aPointComesOntoTheNearestPlaceOfAWay() {
        way(0, 0, 10, 0);
        LonLat stop = point(2, 1);
        AddedWays added = lay(stop);
        Snap atStop = added.snap(stop, 200).orElseThrow();
        assertThat(atStop.before()).isEqualTo(atStop.after());
        assertThat(atStop.off()).isCloseTo(11_086, Offset.offset(2));
        assertThat(atStop.toBefore() + atStop.toAfter()).isZero();
        Snap home = added.snap(point(7, -1), 200).orElseThrow();
        assertThat(home.before()).isEqualTo(atStop.after());
        assertThat(home.toBefore()).isCloseTo(47_951, Offset.offset(5));
        assertThat(home.toAfter()).isCloseTo(28_770, Offset.offset(5));
        assertThat(added.snap(point(5, 1), 11.08)).isEmpty();
        assertThat(added.snap(point(5, 1), 11.09)).isPresent();
    }

    @Test
    void waysFarApartAreMeasuredEachByItsOwnScale() {
        way(0, 100_000, 10, 100_000);
        way(0, 0, 0, 10);
        AddedWays added = lay();
        assertThat(added.snap(point(2, 5), 200).orElseThrow().off())
                .isCloseTo(19_180, Offset.offset(2));
    }

    @Test
    void aPointComesOntoAWayAsFarAsToldFromIt() {
        Way way = new Way(line(0, 0, 10, 0), 0);
        assertThat(way.isWithin(11.09, point(5, 1))).isTrue();
        assertThat(way.isWithin(11.08, point(5, 1))).isFalse();
    }

    @Test
    void withoutWaysThereIsNothing() {
        street(0, 0, 10, 0);
        AddedWays added = lay(point(0, 0));
        assertThat(added.nodeCount()).isEqualTo(2);
        assertThat(added.links()).isEmpty();
        assertThat(added.snap(point(0, 0), 200)).isEmpty();
    }

    @Test
    void refusesWaysThatCanNotBe() {
        assertThatThrownBy(() -> new Way(line(2, 2, 2, 2), 0)).hasMessage("has no length");
        assertThatThrownBy(() -> new Way(line(0, 0, 12_000, 0), 0))
                .hasMessage("is longer than 100 km");
        assertThatThrownBy(() -> new Way(line(0, 0, 1, 0), Integer.MIN_VALUE))
                .hasMessage("must have a level from -31 to 31, not -2147483648");
    }
}
