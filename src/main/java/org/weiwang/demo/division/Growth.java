package org.weiwang.demo.division;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.weiwang.demo.layout.Streets;
import org.weiwang.demo.mesh.Mesh;
import org.weiwang.demo.mesh.Site;

/**
 * Splits a connected set of cells into connected parts of given sizes. The parts grow from seeds,
 * the one that lags farthest behind its size always next, each taking the cell nearest to its seed;
 * streets hold them up. Growing again from the parts' middles makes them compact. For one thread.
 */
final class Growth {
    private static final int ROUNDS = 5;
    private static final int ATTEMPTS = 4;
    private static final double GOOD_ENOUGH = 0.7;

    private final Mesh mesh;
    private final Streets streets;

    /** The part that each cell belongs to; FREE if to none yet, FOREIGN outside of the set. */
    private final int[] part;

    private static final int FREE = -1;
    private static final int FOREIGN = -2;

    Growth(Mesh mesh, Streets streets) {
        this.mesh = mesh;
        this.streets = streets;
        this.part = new int[mesh.cellCount()];
        Arrays.fill(part, FOREIGN);
    }

    private record Candidate(int cell, double cost, double barrier) {}

    /** Parts grown once, from the given seeds. */
    int[][] split(int[] cells, double[] targets, int[] seeds) {
        grow(cells, targets, seeds, 0);
        return release(cells, targets.length);
    }

    /**
     * Parts grown from seeds of its own choice; of several attempts the one whose smallest part is
     * the largest.
     *
     * @param barrier how much farther, in cells, the far side of a street counts
     */
    int[][] split(int[] cells, double[] targets, double barrier, SplittableRandom random) {
        int[][] best = null;
        double bestQuality = -1;
        for (int i = 0; i < ATTEMPTS && bestQuality < GOOD_ENOUGH; i++) {
            int[] seeds = spread(cells, targets.length, random);
            for (int round = 0; round < ROUNDS; round++) {
                grow(cells, targets, seeds, barrier);
                int[][] parts = release(cells, targets.length);
                double quality = quality(parts, targets, cells.length);
                if (quality > bestQuality) {
                    best = parts;
                    bestQuality = quality;
                }
                for (int p = 0; p < seeds.length; p++) {
                    seeds[p] = middle(parts[p]);
                }
            }
        }
        return best;
    }

    private static double quality(int[][] parts, double[] targets, int cells) {
        double sum = Arrays.stream(targets).sum();
        double worst = 1;
        for (int p = 0; p < parts.length; p++) {
            worst = Math.min(worst, parts[p].length / (targets[p] / sum * cells));
        }
        return worst;
    }

    private void grow(int[] cells, double[] targets, int[] seeds, double barrier) {
        for (int cell : cells) {
            part[cell] = FREE;
        }
        List<PriorityQueue<Candidate>> fronts = new ArrayList<>();
        int[] sizes = new int[seeds.length];
        for (int p = 0; p < seeds.length; p++) {
            fronts.add(
                    new PriorityQueue<>(
                            Comparator.comparingDouble(Candidate::cost)
                                    .thenComparingInt(Candidate::cell)));
            take(new Candidate(seeds[p], 0, 0), p, seeds, barrier, fronts.get(p));
            sizes[p] = 1;
        }
        for (int left = cells.length - seeds.length; left > 0; left--) {
            int p = lagging(fronts, sizes, targets);
            take(fronts.get(p).remove(), p, seeds, barrier, fronts.get(p));
            sizes[p]++;
        }
    }

    private int lagging(List<PriorityQueue<Candidate>> fronts, int[] sizes, double[] targets) {
        int found = -1;
        for (int p = 0; p < sizes.length; p++) {
            PriorityQueue<Candidate> front = fronts.get(p);
            while (!front.isEmpty() && part[front.peek().cell] != FREE) {
                front.remove();
            }
            if (!front.isEmpty()
                    && (found < 0 || sizes[p] / targets[p] < sizes[found] / targets[found])) {
                found = p;
            }
        }
        if (found < 0) {
            throw new IllegalArgumentException("the cells to split are not connected");
        }
        return found;
    }

    private void take(
            Candidate taken, int p, int[] seeds, double barrier, PriorityQueue<Candidate> front) {
        part[taken.cell] = p;
        Site seed = mesh.site(seeds[p]);
        for (int i = 0; i < mesh.degree(taken.cell); i++) {
            int next = mesh.neighbour(taken.cell, i);
            if (next != Mesh.OUTSIDE && part[next] == FREE) {
                Site site = mesh.site(next);
                Site here = mesh.site(taken.cell);
                double crossing = taken.barrier;
                if (streets.isStreet(mesh.edge(taken.cell, i))) {
                    crossing += barrier * site.distance(here);
                }
                double cost = site.distance(seed) + crossing;
                front.add(new Candidate(next, cost, crossing));
            }
        }
    }

    private int[][] release(int[] cells, int parts) {
        int[] sizes = new int[parts];
        for (int cell : cells) {
            sizes[part[cell]]++;
        }
        int[][] result = new int[parts][];
        Arrays.setAll(result, p -> new int[sizes[p]]);
        Arrays.fill(sizes, 0);
        for (int cell : cells) {
            result[part[cell]][sizes[part[cell]]++] = cell;
            part[cell] = FOREIGN;
        }
        return result;
    }

    private int middle(int[] cells) {
        double x = Arrays.stream(cells).mapToDouble(c -> mesh.site(c).x()).average().orElseThrow();
        double y = Arrays.stream(cells).mapToDouble(c -> mesh.site(c).y()).average().orElseThrow();
        int nearest = cells[0];
        for (int cell : cells) {
            if (distance(cell, x, y) < distance(nearest, x, y)) {
                nearest = cell;
            }
        }
        return nearest;
    }

    private double distance(int cell, double x, double y) {
        return mesh.site(cell).metres(x, y);
    }

    /** Seeds as many steps from each other as can be. */
    private int[] spread(int[] cells, int count, SplittableRandom random) {
        int[] steps = new int[cells.length];
        Arrays.fill(steps, Integer.MAX_VALUE);
        for (int i = 0; i < cells.length; i++) {
            part[cells[i]] = i;
        }
        int[] seeds = new int[count];
        int next = random.nextInt(cells.length);
        for (int i = 0; i < count; i++) {
            seeds[i] = cells[next];
            walk(cells, next, steps);
            int farthest = random.nextInt(cells.length);
            for (int j = 0; j < cells.length; j++) {
                if (steps[j] > steps[farthest]) {
                    farthest = j;
                }
            }
            next = farthest;
        }
        for (int cell : cells) {
            part[cell] = FOREIGN;
        }
        return seeds;
    }

    /** Lowers each cell's steps to the nearest seed by a new seed; goes only where it is nearer. */
    private void walk(int[] cells, int seed, int[] steps) {
        Deque<Integer> queue = new ArrayDeque<>(List.of(seed));
        steps[seed] = 0;
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (int i = 0; i < mesh.degree(cells[at]); i++) {
                int cell = mesh.neighbour(cells[at], i);
                if (cell != Mesh.OUTSIDE
                        && part[cell] != FOREIGN
                        && steps[part[cell]] > steps[at] + 1) {
                    steps[part[cell]] = steps[at] + 1;
                    queue.add(part[cell]);
                }
            }
        }
    }
}
