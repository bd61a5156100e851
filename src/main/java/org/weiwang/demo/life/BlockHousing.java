package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.demo.division.Division.CommunityPart;
import org.weiwang.demo.mesh.Mesh;
import org.weiwang.demo.mesh.Millimetre;
import org.weiwang.demo.mesh.Site;

/** Housing estates, courtyards, staff housing and shops in the blocks of a town. */
final class BlockHousing {
    private static final int[] STOREYS = {5, 6, 6, 6, 7, 7, 11};
    private static final int MOST = 100;
    private static final int SHOPS_PER_CELL = 6;
    private static final int SHOPPING_CELLS = 4;

    /** A gated group of buildings that share a street number. */
    private static final class Compound {
        final String address;
        final String label;
        int buildings;

        Compound(String address, String label) {
            this.address = address;
            this.label = label;
        }
    }

    private final Ground ground;
    private final Settlement settlement;
    private final RoadNames roads;
    private final Names names;
    private final SplittableRandom random;
    private final StreetNumbers numbers = new StreetNumbers();
    private final Map<Long, Compound> estates = new HashMap<>();

    BlockHousing(
            Ground ground,
            Settlement settlement,
            RoadNames roads,
            Names names,
            SplittableRandom random) {
        this.ground = ground;
        this.settlement = settlement;
        this.roads = roads;
        this.names = names;
        this.random = random;
    }

    void settle(int micro, Housing housing) {
        int community = ground.division().communityOfMicro(micro);
        CommunityPart part = ground.division().communities().get(community);
        String town = ground.district().name() + part.of().name();
        List<Integer> cells = settlement.blocks(micro);
        List<Integer> fronts = frontOf(cells);
        int draw = random.nextInt(100);
        if (draw < 18 && fronts.size() >= SHOPPING_CELLS) {
            shops(micro, town, fronts, housing);
        } else if (draw < 40) {
            String gate = gate(town, cells.get(0));
            build(micro, new Compound(town + gate + "院", gate + "院"), "院落", housing);
        } else if (draw < 48) {
            String unit = names.unit() + "宿舍";
            String gate = gate(town, cells.get(0));
            build(micro, new Compound(town + gate + unit, gate + unit), "单位", housing);
        } else {
            Compound estate = estate(cells.get(cells.size() / 2), town);
            build(micro, estate, "小区", housing);
        }
    }

    /** The cells along that street which has the most of them. */
    private List<Integer> frontOf(List<Integer> cells) {
        Map<String, List<Integer>> streets = new TreeMap<>();
        for (int cell : cells) {
            Frontage front = Frontage.of(ground, roads, cell);
            if (front != null) {
                streets.computeIfAbsent(front.street(), key -> new ArrayList<>()).add(cell);
            }
        }
        return streets.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    /** A street number near the cell: 桫椤街88号. */
    private String gate(String town, int cell) {
        Frontage front = Frontage.of(ground, roads, cell);
        if (front != null) {
            return number(town, front);
        }
        Site site = ground.mesh().site(cell);
        String street = roads.street(site.lattice(), ground.streets().lineAlong(cell));
        return street + numbers.next(town + street, site.row(), false) + "号";
    }

    private String number(String town, Frontage front) {
        int number = numbers.next(town + front.street(), front.position(), front.odd());
        return front.street() + number + "号";
    }

    /** The estate that fills the cell's block, as far as it lies in the same town. */
    private Compound estate(int cell, String town) {
        int lattice = ground.mesh().site(cell).lattice();
        long block =
                ((long) ground.division().communities().get(ground.communityOf(cell)).town() << 40)
                        + ((long) lattice << 20)
                        + ground.streets().block(cell);
        return estates.computeIfAbsent(
                block,
                key -> {
                    String name = names.estate(lattice);
                    return new Compound(town + gate(town, cell) + name, name);
                });
    }

    private void build(int micro, Compound compound, String kind, Housing housing) {
        List<Integer> cells = spreadOut(settlement.blocks(micro));
        int first = compound.buildings + 1;
        List<String> scopes = new ArrayList<>();
        for (int i = 0; housing.households(micro) < settlement.target(micro); i++) {
            int storeys = kind.equals("小区") ? STOREYS[random.nextInt(STOREYS.length)] : STOREYS[0];
            int units = 1 + random.nextInt(2);
            int households = 2 * storeys;
            int room = MOST - housing.households(micro);
            if (households > room) {
                break;
            }
            String building = ++compound.buildings + "栋";
            for (int unit = 1; unit <= Math.min(units, room / households); unit++) {
                Coordinate place = place(cells.get(i % cells.size()), i / cells.size(), unit);
                String text = compound.address + building + unit + "单元";
                housing.add(new Address(text, place, households, micro));
            }
            scopes.add(building + "1–" + storeys + "层");
        }
        housing.add(new MicroFacts(name(compound, first), kind, scopes));
    }

    /** The same cells, such that those next to each other do not come one after the other. */
    private static List<Integer> spreadOut(List<Integer> cells) {
        List<Integer> order = new ArrayList<>();
        for (int start = 0; start < 3; start++) {
            for (int i = start; i < cells.size(); i += 3) {
                order.add(cells.get(i));
            }
        }
        return order;
    }

    private static String name(Compound compound, int first) {
        String range =
                first == compound.buildings ? first + "栋" : first + "–" + compound.buildings + "栋";
        return compound.label + range + "微网格";
    }

    /**
     * Units stand in a row through the cell's middle; more buildings in a cell behind each other.
     */
    private Coordinate place(int cell, int row, int unit) {
        Coordinate middle = ground.mesh().middle(cell);
        double behind = row == 0 ? 0 : (row % 2 == 0 ? 1 : -1) * 8 * ((row + 1) / 2 % 2);
        return Millimetre.round(
                middle.x + (unit - 2) * 7 + row / 2, middle.y + behind + random.nextDouble() * 2);
    }

    private void shops(int micro, String town, List<Integer> fronts, Housing housing) {
        String street = Frontage.of(ground, roads, fronts.get(0)).street();
        IntSummaryStatistics range = new IntSummaryStatistics();
        while (housing.households(micro) < settlement.target(micro)) {
            for (int cell : fronts) {
                Frontage front = Frontage.of(ground, roads, cell);
                for (int i = 0; i < SHOPS_PER_CELL; i++) {
                    int households = 1 + random.nextInt(3);
                    if (housing.households(micro) + households <= MOST) {
                        int number = numbers.next(town + street, front.position(), front.odd());
                        range.accept(number);
                        String text = town + street + number + "号";
                        double at = (i + 0.3 + 0.4 * random.nextDouble()) / SHOPS_PER_CELL;
                        Coordinate place = beside(front, cell, at);
                        housing.add(new Address(text, place, households, micro));
                    }
                }
            }
        }
        String scope = street + range.getMin() + "–" + range.getMax() + "号";
        housing.add(new MicroFacts(scope + "商铺微网格", "商业", List.of(scope)));
    }

    /** A place a little way from the street into the cell. */
    private Coordinate beside(Frontage front, int cell, double at) {
        Mesh mesh = ground.mesh();
        Coordinate from = mesh.node(mesh.from(front.edge()));
        Coordinate to = mesh.node(mesh.to(front.edge()));
        Coordinate middle = mesh.middle(cell);
        double x = from.x + (to.x - from.x) * at;
        double y = from.y + (to.y - from.y) * at;
        return Millimetre.round(x + (middle.x - x) * 0.45, y + (middle.y - y) * 0.45);
    }
}
