package org.weiwang.circle.analysis;

import static org.weiwang.circle.analysis.Figures.category;
import static org.weiwang.circle.analysis.Figures.standard;
import static org.weiwang.circle.analysis.Figures.walker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.city.Site;
import org.weiwang.circle.network.BuiltNetwork;
import org.weiwang.circle.network.NetworkAssembly;
import org.weiwang.circle.standard.Rule;
import org.weiwang.circle.standard.Standard;
import org.weiwang.geo.LonLat;

/**
 * Small cities without regard to the field, and questions about them: islands, steps, several ways
 * between two nodes, no ways at all; homes off the network, in no group, of no households; groups
 * without homes or households; categories without sites, of open figures, of no weight.
 */
public final class RandomCity {
    private static final int LON = 1_040_000_000;
    private static final int LAT = 306_000_000;
    private static final List<String> FACILITIES = List.of("小学", "公园", "药店", "菜市场");

    private final SplittableRandom random;
    private final int extent;
    private final List<LonLat> corners = new ArrayList<>();

    public RandomCity(SplittableRandom random) {
        this.random = random;
        // 50 m or 2 km.
        this.extent = random.nextInt(4) == 0 ? 5_000 : 200_000;
    }

    public City city() {
        BuiltNetwork roads = roads();
        List<Division> divisions = new ArrayList<>();
        for (Division.Level level : Division.Level.values()) {
            List<String> codes =
                    IntStream.range(0, random.nextInt(5)).mapToObj(i -> level + "-" + i).toList();
            divisions.add(new Division(level, codes));
        }
        DataVersions versions =
                new DataVersions(
                        new UUID(0, 1), List.of("r-1"), Map.of(), Map.of(), Map.of(), Map.of());
        return new City(
                versions,
                roads,
                sites(),
                places(random.nextInt(40), divisions),
                places(random.nextInt(10), divisions),
                divisions,
                City.FARTHEST);
    }

    private BuiltNetwork roads() {
        int nodes = 1 + random.nextInt(25);
        int[] x = random.ints(nodes, LON, LON + extent).toArray();
        int[] y = random.ints(nodes, LAT, LAT + extent).toArray();
        NetworkAssembly roads = new NetworkAssembly();
        int edges = random.nextInt(2 * nodes);
        for (int i = 0; i < edges; i++) {
            int from = random.nextInt(nodes);
            int to = random.nextInt(nodes);
            int[] path = {
                x[from],
                y[from],
                random.nextInt(LON, LON + extent),
                random.nextInt(LAT, LAT + extent),
                x[to],
                y[to]
            };
            roads.add(from, to, path, random.nextInt(6) == 0);
            corners.add(new LonLat(path[2] / 1e7, path[3] / 1e7));
        }
        return roads.build(edges, 0, 0);
    }

    /** Some of them on a way's corner. */
    public LonLat anywhere() {
        return corners.isEmpty() || random.nextInt(3) > 0
                ? new LonLat(
                        (LON + random.nextInt(extent)) / 1e7, (LAT + random.nextInt(extent)) / 1e7)
                : corners.get(random.nextInt(corners.size()));
    }

    private List<Site> sites() {
        List<Site> sites = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            List<LonLat> entrances = new ArrayList<>();
            do {
                entrances.add(anywhere());
            } while (random.nextInt(3) == 0);
            String category = FACILITIES.get(random.nextInt(FACILITIES.size()));
            // Names may be the same.
            sites.add(new Site("r-" + i, category + random.nextInt(6), category, entrances));
        }
        return sites;
    }

    private Places places(int count, List<Division> divisions) {
        int heaviest = random.nextInt(5);
        Places.Builder places = new Places.Builder();
        for (int i = 0; i < count; i++) {
            int[] groups =
                    divisions.stream()
                            .mapToInt(d -> random.nextInt(Places.NONE, d.codes().size()))
                            .toArray();
            places.add(anywhere(), random.nextInt(heaviest + 1), groups);
        }
        return places.build();
    }

    public Question question() {
        Standard standard =
                standard(
                        List.of(
                                walker("adult", random.nextDouble(10, 120), true),
                                walker("wheelchair", random.nextDouble(10, 120), false)),
                        List.of(
                                category("a", Set.of("小学"), minutes(), metres(), 1),
                                category("b", Set.of("公园", "小学"), minutes(), metres(), 2.5),
                                category("c", Set.of("药店"), null, metres(), 1),
                                category("d", Set.of("博物馆"), minutes(), null, 0.5),
                                category("e", Set.of("菜市场"), minutes(), metres(), 0)));
        return new Question(
                standard,
                random.nextBoolean() ? "adult" : "wheelchair",
                random.nextBoolean() ? Rule.TIME : Rule.DISTANCE);
    }

    private double minutes() {
        return random.nextInt(4) == 0 ? 0.1 : random.nextInt(1, 60);
    }

    private double metres() {
        return random.nextInt(4) == 0 ? 5 : random.nextInt(1, 4_000);
    }
}
