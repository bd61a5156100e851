package org.weiwang.demo.division;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.demo.division.Division.CommunityPart;
import org.weiwang.demo.division.Division.GeneralPart;
import org.weiwang.demo.division.Division.MicroPart;
import org.weiwang.demo.layout.GroundPlan;
import org.weiwang.demo.layout.Streets;
import org.weiwang.demo.mesh.Mesh;
import org.weiwang.demo.mesh.Site;
import org.weiwang.demo.source.Apportionment;
import org.weiwang.demo.source.Community;
import org.weiwang.demo.source.Counts;
import org.weiwang.demo.source.District;
import org.weiwang.demo.source.Town;

/** Divides a county from the top down, in exactly the published numbers of grids. */
public final class Divider {
    private static final double COMMUNITY_BARRIER = 6;
    private static final double GENERAL_BARRIER = 6;
    private static final double MICRO_BARRIER = 4;

    private final Mesh mesh;
    private final Growth growth;
    private final SplittableRandom random;
    private final Division division;
    private final Oddities oddities;

    private Divider(Mesh mesh, Streets streets, SplittableRandom random) {
        this.mesh = mesh;
        this.growth = new Growth(mesh, streets);
        this.random = random;
        this.division = new Division(mesh.cellCount());
        this.oddities = new Oddities(mesh, division, random);
    }

    public static Division divide(
            District district,
            GroundPlan plan,
            Mesh mesh,
            Streets streets,
            SplittableRandom random) {
        Divider divider = new Divider(mesh, streets, random);
        List<int[]> communities = divider.communities(district, plan);
        divider.grids(communities, district.counts());
        divider.oddities.exclaves();
        divider.oddities.overlays();
        return divider.division;
    }

    private List<int[]> communities(District district, GroundPlan plan) {
        int[] all = IntStream.range(0, mesh.cellCount()).toArray();
        int[] seeds = plan.lattices().stream().mapToInt(town -> nearest(town.centre())).toArray();
        int[][] towns = growth.split(all, plan.shares(), seeds);
        List<int[]> communities = new ArrayList<>();
        for (int t = 0; t < towns.length; t++) {
            Town town = district.towns().get(t);
            Coordinate centre = plan.lattices().get(t).centre();
            double[] targets =
                    town.communities().stream()
                            .mapToDouble(c -> 0.85 + 0.3 * random.nextDouble())
                            .toArray();
            int[][] parts = growth.split(towns[t], targets, COMMUNITY_BARRIER, random);
            Arrays.sort(parts, Comparator.comparingDouble(part -> -centrality(part, centre)));
            int next = 0;
            for (Community community : residentialFirst(town)) {
                division.communities.add(new CommunityPart(t, town, community));
                communities.add(parts[next++]);
            }
        }
        return communities;
    }

    private static List<Community> residentialFirst(Town town) {
        return town.communities().stream()
                .sorted(Comparator.comparing(community -> !community.residential()))
                .toList();
    }

    private int nearest(Coordinate place) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            Site site = mesh.site(cell);
            double distance = site.metres(place.x, place.y);
            if (distance < least) {
                nearest = cell;
                least = distance;
            }
        }
        return nearest;
    }

    /**
     * The share of cells in the town proper; between equals the nearer to the centre is greater.
     */
    private double centrality(int[] cells, Coordinate centre) {
        double urban = 0;
        double distance = 0;
        for (int cell : cells) {
            Site site = mesh.site(cell);
            urban += site.inTown() ? 1 : 0;
            distance += site.metres(centre.x, centre.y);
        }
        return Math.rint(urban / cells.length * 5) - distance / cells.length / 1e6;
    }

    private void grids(List<int[]> communities, Counts counts) {
        int[] generals =
                Apportionment.of(
                        counts.general(),
                        communities.stream().mapToDouble(cells -> cells.length).toArray(),
                        1);
        List<int[]> cellsOfGenerals = new ArrayList<>();
        for (int c = 0; c < generals.length; c++) {
            double[] targets = equal(generals[c]);
            int number = 0;
            for (int[] cells : growth.split(communities.get(c), targets, GENERAL_BARRIER, random)) {
                division.generals.add(new GeneralPart(c, ++number));
                cellsOfGenerals.add(cells);
            }
        }
        oddities.holes(communities, cellsOfGenerals, counts.dedicated());
        int[] micros =
                Apportionment.of(
                        counts.micro(),
                        cellsOfGenerals.stream().mapToDouble(this::withoutHoles).toArray(),
                        2);
        for (int g = 0; g < micros.length; g++) {
            micros(g, cellsOfGenerals.get(g), micros[g]);
        }
    }

    private int withoutHoles(int[] cells) {
        return (int) Arrays.stream(cells).filter(c -> division.dedicatedOf[c] < 0).count();
    }

    private void micros(int general, int[] cells, int count) {
        int[] free = Arrays.stream(cells).filter(c -> division.dedicatedOf[c] < 0).toArray();
        boolean enclave = count > 3 && random.nextInt(25) == 0;
        double[] targets = random.doubles(enclave ? count - 1 : count, 0.8, 1.25).toArray();
        int first = division.micros.size();
        claim(general, first, growth.split(free, targets, MICRO_BARRIER, random));
        if (enclave && !oddities.enclave(general, first, free)) {
            division.micros.subList(first, division.micros.size()).clear();
            targets = random.doubles(count, 0.8, 1.25).toArray();
            claim(general, first, growth.split(free, targets, MICRO_BARRIER, random));
        }
    }

    private void claim(int general, int first, int[][] parts) {
        for (int p = 0; p < parts.length; p++) {
            division.micros.add(new MicroPart(general, p + 1));
            for (int cell : parts[p]) {
                division.microOf[cell] = first + p;
            }
        }
    }

    private static double[] equal(int count) {
        double[] targets = new double[count];
        Arrays.fill(targets, 1);
        return targets;
    }
}
