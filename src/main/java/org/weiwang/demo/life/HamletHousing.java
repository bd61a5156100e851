package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.demo.division.Division.CommunityPart;
import org.weiwang.demo.mesh.Millimetre;

/** Houses of village groups, along the lanes of their hamlets. */
final class HamletHousing {
    /** No house is farther than this from its lane, in metres. */
    private static final double REACH = 42;

    private static final double NEAREST = 7;
    private static final int ATTEMPTS = 60;
    private static final int[] HOUSEHOLDS = {1, 1, 1, 1, 2, 2, 2, 3};

    private final Ground ground;
    private final Settlement settlement;
    private final Names names;
    private final SplittableRandom random;
    private final int[] groups;

    HamletHousing(Ground ground, Settlement settlement, Names names, SplittableRandom random) {
        this.ground = ground;
        this.settlement = settlement;
        this.names = names;
        this.random = random;
        this.groups = new int[ground.division().communities().size()];
    }

    void settle(int micro, RoadNet.Spur[] spurOf, Housing housing) {
        int community = ground.division().communityOfMicro(micro);
        CommunityPart part = ground.division().communities().get(community);
        int group = ++groups[community];
        String scope = group + "组";
        String prefix =
                ground.district().name() + part.of().name() + part.community().name() + scope;
        int number = 0;
        int left = settlement.target(micro);
        List<Integer> hamlets = settlement.hamlets(micro);
        for (int h = 0; h < hamlets.size(); h++) {
            int share = (int) Math.ceil((double) left / (hamlets.size() - h));
            List<Coordinate> houses = new ArrayList<>();
            while (share > 0) {
                Coordinate house = place(spurOf[hamlets.get(h)], houses);
                houses.add(house);
                int households = Math.min(share, HOUSEHOLDS[random.nextInt(HOUSEHOLDS.length)]);
                housing.add(new Address(prefix + ++number + "号", house, households, micro));
                share -= households;
                left -= households;
            }
        }
        housing.add(facts(part, community, scope));
    }

    private MicroFacts facts(CommunityPart part, int community, String scope) {
        String village = part.community().name();
        if (random.nextInt(4) == 0) {
            String hamlet = names.hamlet(community);
            return new MicroFacts(village + hamlet + "微网格", "林盘", List.of(scope, hamlet));
        }
        return new MicroFacts(village + scope + "微网格", "村组", List.of(scope));
    }

    /** A place beside the lane, in its cell, not on top of another house where that can be. */
    private Coordinate place(RoadNet.Spur spur, List<Coordinate> houses) {
        Coordinate road = ground.mesh().node(spur.node());
        Coordinate end = ground.mesh().middle(spur.cell());
        Polygon cell = ground.mesh().polygon(spur.cell());
        double length = road.distance(end);
        double ux = (end.x - road.x) / length;
        double uy = (end.y - road.y) / length;
        Coordinate best = end;
        for (int i = 0; i < ATTEMPTS; i++) {
            double along = length * (0.25 + 0.75 * random.nextDouble()) + 20 * random.nextDouble();
            double aside =
                    (random.nextBoolean() ? 1 : -1) * (6 + (REACH - 12) * random.nextDouble());
            Coordinate place =
                    Millimetre.round(
                            road.x + ux * along - uy * aside, road.y + uy * along + ux * aside);
            boolean inside = SimplePointInAreaLocator.locate(place, cell) == Location.INTERIOR;
            if (inside) {
                best = place;
                if (houses.stream().noneMatch(house -> house.distance(place) < NEAREST)) {
                    return place;
                }
            }
        }
        return best;
    }
}
