package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.weiwang.demo.division.Division.DedicatedPart;

/** All that goes on in a divided county. */
public record Life(
        Housing housing,
        List<Road> roads,
        List<Land> land,
        Facilities facilities,
        List<Post> posts,
        List<Alias> aliases) {
    public static Life of(Ground ground, SplittableRandom random) {
        Settlement settlement = new Settlement(ground, random.split());
        Names names = new Names(random.split());
        RoadNet net = new RoadNet(ground, lanes(ground, settlement), random.split());
        RoadNames roadNames = new RoadNames(ground, net, names);
        Housing housing = housing(ground, settlement, net, roadNames, names, random);
        return new Life(
                housing,
                RoadLines.of(ground.mesh(), net, roadNames, Bridges.of(ground, net)),
                LandSurvey.of(ground, settlement, housing),
                new Facilities(ground, settlement, names, random.split()),
                Posts.of(ground, housing, random.split()),
                Aliases.of(ground.district(), housing, random.split()));
    }

    /** The cells that need a lane of their own: hamlets, and dedicated grids out of town. */
    private static List<Integer> lanes(Ground ground, Settlement settlement) {
        List<Integer> cells = new ArrayList<>();
        for (int micro = 0; micro < ground.cells().size(); micro++) {
            cells.addAll(settlement.hamlets(micro));
        }
        for (DedicatedPart part : ground.division().dedicated()) {
            if (part.isHole() && !ground.inTown(part.cells()[0])) {
                cells.add(part.cells()[0]);
            }
        }
        return cells;
    }

    private static Housing housing(
            Ground ground,
            Settlement settlement,
            RoadNet net,
            RoadNames roadNames,
            Names names,
            SplittableRandom random) {
        Housing housing = new Housing(ground.cells().size());
        RoadNet.Spur[] spurOf = new RoadNet.Spur[ground.mesh().cellCount()];
        net.spurs().forEach(spur -> spurOf[spur.cell()] = spur);
        HamletHousing hamlets = new HamletHousing(ground, settlement, names, random.split());
        BlockHousing blocks =
                new BlockHousing(ground, settlement, roadNames, names, random.split());
        for (int micro = 0; micro < ground.cells().size(); micro++) {
            if (settlement.isUrban(micro)) {
                blocks.settle(micro, housing);
            } else {
                hamlets.settle(micro, spurOf, housing);
            }
        }
        return housing;
    }
}
