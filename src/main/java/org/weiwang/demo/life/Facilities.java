package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.demo.division.Division.CommunityPart;
import org.weiwang.demo.division.Division.DedicatedPart;
import org.weiwang.demo.mesh.Millimetre;

/** Schools, clinics, markets and the like: many in towns, few in the countryside. */
public final class Facilities {
    /** How many of a category a community has on average. */
    private record Supply(String category, String ending, double urban, double rural) {}

    private static final List<Supply> SUPPLIES =
            List.of(
                    new Supply("社区服务站", "便民服务站", 1, 1),
                    new Supply("卫生服务站", "卫生服务站", 1.2, 0.7),
                    new Supply("文化活动站", "文化活动站", 1.3, 0.55),
                    new Supply("健身场地", "健身广场", 2.2, 0.5),
                    new Supply("幼儿园", "幼儿园", 1.4, 0.22),
                    new Supply("小学", "小学", 0.5, 0.1),
                    new Supply("养老", "日间照料中心", 0.7, 0.12),
                    new Supply("菜市场", "菜市场", 0.5, 0.04),
                    new Supply("公园", "公园", 0.6, 0.04),
                    new Supply("药店", "大药房", 3.2, 0.18),
                    new Supply("公交站", "站", 3.5, 1.1));

    private static final List<Supply> OF_TOWN =
            List.of(
                    new Supply("社区服务中心", "便民服务中心", 1, 0),
                    new Supply("卫生服务中心", "社区卫生服务中心", 1, 0),
                    new Supply("派出所", "派出所", 1, 0),
                    new Supply("中学", "初级中学", 0.8, 0),
                    new Supply("养老", "养老院", 0.7, 0));

    private final Ground ground;
    private final Settlement settlement;
    private final Names names;
    private final SplittableRandom random;
    private final List<Facility> facilities = new ArrayList<>();
    private final List<DedicatedFacts> dedicated = new ArrayList<>();

    Facilities(Ground ground, Settlement settlement, Names names, SplittableRandom random) {
        this.ground = ground;
        this.settlement = settlement;
        this.names = names;
        this.random = random;
        for (DedicatedPart part : ground.division().dedicated()) {
            dedicated(part);
        }
        List<List<Integer>> urban = new ArrayList<>();
        List<List<Integer>> rural = new ArrayList<>();
        sortPlaces(urban, rural);
        int town = -1;
        for (int c = 0; c < urban.size(); c++) {
            CommunityPart part = ground.division().communities().get(c);
            if (part.town() != town && !urban.get(c).isEmpty()) {
                town = part.town();
                supply(OF_TOWN, part.of().stem(), urban.get(c), true);
            }
            boolean built = urban.get(c).size() > rural.get(c).size();
            supply(SUPPLIES, part.community().stem(), built ? urban.get(c) : rural.get(c), built);
        }
    }

    private void sortPlaces(List<List<Integer>> urban, List<List<Integer>> rural) {
        ground.division().communities().forEach(community -> urban.add(new ArrayList<>()));
        ground.division().communities().forEach(community -> rural.add(new ArrayList<>()));
        for (int micro = 0; micro < ground.cells().size(); micro++) {
            int community = ground.division().communityOfMicro(micro);
            urban.get(community).addAll(settlement.blocks(micro));
            rural.get(community).addAll(settlement.hamlets(micro));
        }
    }

    private void supply(List<Supply> supplies, String stem, List<Integer> places, boolean built) {
        for (Supply supply : supplies) {
            double mean = built ? supply.urban : supply.rural;
            int count = (int) (mean + random.nextDouble());
            for (int i = 0; i < count && !places.isEmpty(); i++) {
                int cell = places.get(random.nextInt(places.size()));
                add(names.unique(stem, supply.ending), supply.category, cell);
            }
        }
    }

    private void add(String name, String category, int cell) {
        Coordinate middle = ground.mesh().middle(cell);
        double x = middle.x + (random.nextDouble() - 0.5) * 16;
        double y = middle.y + (random.nextDouble() - 0.5) * 16;
        facilities.add(new Facility(name, category, Millimetre.round(x, y)));
    }

    private void dedicated(DedicatedPart part) {
        CommunityPart community = ground.division().communities().get(part.community());
        String stem = community.community().stem();
        int cell = part.cells()[0];
        boolean urban = ground.inTown(cell);
        int draw = random.nextInt(100);
        if (draw < 30) {
            school(stem, urban, cell);
        } else if (draw < (urban ? 42 : 38)) {
            boolean centre = urban && random.nextBoolean();
            String name = names.unique(stem, centre ? "医院" : "卫生院");
            enter(name, "医院", "卫生服务中心", cell);
        } else if (draw < (urban ? 60 : 44)) {
            enter(names.unique(stem, "农贸市场"), "市场", "菜市场", cell);
        } else if (draw < (urban ? 85 : 46)) {
            String ending = names.pick("大厦", "商务中心", "商业广场");
            dedicated.add(new DedicatedFacts(names.unique(stem, ending), "商务楼宇"));
        } else if (draw < (urban ? 96 : 76)) {
            String ending = names.pick("产业园", "工业园", "物流园", "农业产业园");
            dedicated.add(new DedicatedFacts(names.unique(stem, ending), "园区"));
        } else {
            String ending = names.pick("景区", "湿地公园", "生态园");
            enter(names.unique(stem, ending), "景区", "公园", cell);
        }
    }

    private void school(String stem, boolean urban, int cell) {
        String category = names.pick("小学", "小学", "幼儿园", urban ? "中学" : "小学");
        enter(names.unique(stem, category), "学校", category, cell);
    }

    private void enter(String name, String kind, String category, int cell) {
        dedicated.add(new DedicatedFacts(name, kind));
        add(name, category, cell);
    }

    public List<Facility> facilities() {
        return facilities;
    }

    /** In the order of the division's dedicated grids. */
    public List<DedicatedFacts> dedicated() {
        return dedicated;
    }
}
