package org.weiwang.bench;

import com.graphhopper.util.Constants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.weiwang.bench.GraphHopperTree.Reached;
import org.weiwang.circle.network.EdgeIndex;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.WalkNetwork;
import org.weiwang.circle.reach.Destinations;
import org.weiwang.circle.reach.Label;
import org.weiwang.circle.reach.NearestSearch;
import org.weiwang.circle.reach.Profile;
import org.weiwang.circle.reach.WalkCosts;

/** What one place reaches in 15 minutes on foot, beside GraphHopper's tree of shortest paths. */
final class IsochroneBenchmark {
    private static final Profile ADULT = new Profile(1.2, true);

    /** 15 minutes. */
    private static final int LIMIT = 9_000;

    private static final int STARTS = 300;

    /** A node lies on its edges to a micrometre, in metres. */
    private static final double ROUNDING = 1e-3;

    /** The first turn warms up and is not measured. */
    private static final int TURNS = 6;

    private IsochroneBenchmark() {}

    /** What was measured. */
    record Result(Run run, List<Compared> networks) {}

    /**
     * Times in milliseconds of one start, each a median of all starts.
     *
     * @param reached nodes, on average
     * @param different starts from which other nodes are reached, or at other costs
     * @param ours in each turn
     * @param graphHopper in each turn
     */
    record Compared(
            String name,
            int nodes,
            int starts,
            double reached,
            int different,
            List<Double> ours,
            List<Double> graphHopper) {}

    public static void main(String[] args) throws Exception {
        List<Compared> compared = new ArrayList<>();
        compared.add(compare("made-up city", new WalkCity().network()));
        for (WalkPlaces places : WalkPlaces.all()) {
            compared.add(compare(places.name(), places.network()));
        }
        Run run = Run.here(Map.of("GraphHopper", Constants.VERSION));
        Results.write("isochrone", new Result(run, compared));
    }

    private static Compared compare(String name, WalkNetwork network) {
        WalkCosts costs = WalkCosts.time(network, ADULT);
        EdgeIndex index = new EdgeIndex(network, edge -> true);
        NearestSearch search = new NearestSearch(costs, LIMIT);
        GraphHopperTree peer = new GraphHopperTree(costs);
        SplittableRandom random = new SplittableRandom(15);
        int[] starts = random.ints(STARTS, 0, network.nodeCount()).toArray();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        int different = 0;
        long reached = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            List<Double> oursOfTurn = new ArrayList<>();
            List<Double> theirsOfTurn = new ArrayList<>();
            different = 0;
            reached = 0;
            for (int start : starts) {
                Snaps place = index.snap(List.of(network.node(start)), ROUNDING);
                long before = System.nanoTime();
                Reached mine = reach(search, costs, place);
                long between = System.nanoTime();
                Reached other = peer.reach(start, LIMIT);
                long after = System.nanoTime();
                oursOfTurn.add((between - before) / 1e6);
                theirsOfTurn.add((after - between) / 1e6);
                different += mine.equals(other) ? 0 : 1;
                reached += mine.nodes();
            }
            if (turn > 0) {
                ours.add(Spread.of(oursOfTurn).median());
                theirs.add(Spread.of(theirsOfTurn).median());
            }
        }
        return new Compared(
                name,
                network.nodeCount(),
                STARTS,
                (double) reached / STARTS,
                different,
                ours,
                theirs);
    }

    private static Reached reach(NearestSearch search, WalkCosts costs, Snaps place) {
        search.run(new Destinations(costs, place, new int[1]));
        long cost = 0;
        for (int i = 0; i < search.reachedCount(); i++) {
            cost += Label.cost(search.node(search.reached(i)));
        }
        return new Reached(search.reachedCount(), cost);
    }
}
