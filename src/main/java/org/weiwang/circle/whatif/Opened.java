package org.weiwang.circle.whatif;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.weiwang.circle.network.AddedWays.Snap;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Destinations.Seed;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.WalkCosts;
import org.weiwang.circle.whatif.Outcome.Unreachable;

/** The facilities that a scenario opens in one category, on the network and on added ways. */
final class Opened {
    private final int category;
    private final int[] numbers;
    private final Destinations onNetwork;

    /** By the number of the entrance. */
    private final Map<Integer, Snap> onWays = new HashMap<>();

    Opened(Streets streets, CategoryPlan plan, WayGraph ways) {
        this.category = plan.category();
        this.numbers = plan.facilities();
        Snaps snaps = streets.index().snap(plan.entrances(), streets.farthest());
        this.onNetwork = new Destinations(streets.costs(), snaps, numbers);
        for (int i = 0; i < numbers.length; i++) {
            int entrance = i;
            ways.snap(plan.entrances().get(i), snaps, i)
                    .ifPresent(snap -> onWays.put(entrance, snap));
        }
    }

    Destinations onNetwork() {
        return onNetwork;
    }

    void forEachSeedOnWays(WalkCosts costs, Seed seed) {
        onWays.forEach(
                (entrance, snap) -> {
                    int before = costs.ofLength((long) snap.off() + snap.toBefore());
                    seed.at(snap.before(), Label.of(before, numbers[entrance]));
                    int after = costs.ofLength((long) snap.off() + snap.toAfter());
                    seed.at(snap.after(), Label.of(after, numbers[entrance]));
                });
    }

    /** The facilities that nobody reaches. */
    List<Unreachable> unreachable() {
        BitSet reached = new BitSet();
        onNetwork.forEachSeed((node, label) -> reached.set(Label.facility(label)));
        onWays.keySet().forEach(entrance -> reached.set(numbers[entrance]));
        return IntStream.of(numbers)
                .distinct()
                .filter(facility -> !reached.get(facility))
                .mapToObj(facility -> new Unreachable(category, facility))
                .toList();
    }
}
