package org.weiwang.demo.division;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.weiwang.demo.division.Division.DedicatedPart;
import org.weiwang.demo.division.Division.MicroPart;
import org.weiwang.demo.mesh.Mesh;
import org.weiwang.demo.mesh.Site;
import org.weiwang.demo.source.Apportionment;

/** What real grids have besides neat parts: holes, enclaves, exclaves, and grids over grids. */
final class Oddities {
    /** One cell in so many of those that could is given to another micro grid. */
    private static final int EXCLAVE_RARITY = 150;

    private static final double HOLE_SHARE = 0.4;
    private static final int ATTEMPTS = 30;

    private final Mesh mesh;
    private final Division division;
    private final SplittableRandom random;

    /** Dedicated grids that are still to be laid over micro grids, per community. */
    private int[] overlays;

    /** The dedicated grids made so far, per community. */
    private int[] numbers;

    Oddities(Mesh mesh, Division division, SplittableRandom random) {
        this.mesh = mesh;
        this.division = division;
        this.random = random;
    }

    /**
     * Decides how many dedicated grids each community has, and cuts some of them out of general
     * grids, each so that what remains is connected.
     */
    void holes(List<int[]> communities, List<int[]> generals, int dedicated) {
        double[] weights = communities.stream().mapToDouble(cells -> attraction(cells)).toArray();
        numbers = new int[weights.length];
        overlays = Apportionment.of(dedicated, weights, 0);
        List<List<Integer>> generalsOf = new ArrayList<>();
        communities.forEach(cells -> generalsOf.add(new ArrayList<>()));
        for (int g = 0; g < generals.size(); g++) {
            generalsOf.get(division.generals.get(g).community()).add(g);
        }
        for (int c = 0; c < overlays.length; c++) {
            List<Integer> candidates = generalsOf.get(c);
            for (int i = overlays[c]; i > 0; i--) {
                int general = candidates.get(random.nextInt(candidates.size()));
                if (random.nextDouble() < HOLE_SHARE && cutHole(general, generals.get(general))) {
                    overlays[c]--;
                }
            }
        }
    }

    private double attraction(int[] cells) {
        long urban = Arrays.stream(cells).filter(cell -> mesh.site(cell).inTown()).count();
        return (cells.length + 4 * urban) * (0.7 + 0.6 * random.nextDouble());
    }

    private boolean cutHole(int general, int[] cells) {
        Set<Integer> free = new TreeSet<>();
        for (int cell : cells) {
            if (division.dedicatedOf[cell] < 0) {
                free.add(cell);
            }
        }
        if (free.size() < 0.8 * cells.length) {
            return false;
        }
        int start = cells[random.nextInt(cells.length)];
        if (!free.contains(start)) {
            return false;
        }
        int size = mesh.site(start).inTown() ? 4 + random.nextInt(9) : 1;
        Set<Integer> hole = reach(start, free, Math.min(size, cells.length / 10 + 1));
        free.removeAll(hole);
        if (reach(free.iterator().next(), free, free.size()).size() < free.size()) {
            return false;
        }
        add(division.generals.get(general).community(), general, hole);
        return true;
    }

    /** Lays the remaining dedicated grids over the micro grids. */
    void overlays() {
        List<List<Integer>> cells = new ArrayList<>();
        division.communities.forEach(community -> cells.add(new ArrayList<>()));
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            if (division.microOf[cell] != Division.NONE) {
                cells.get(division.communityOfMicro(division.microOf[cell])).add(cell);
            }
        }
        for (int c = 0; c < overlays.length; c++) {
            Set<Integer> free = new TreeSet<>(cells.get(c));
            for (int i = overlays[c]; i > 0; i--) {
                int start = attractive(cells.get(c), free);
                int size =
                        mesh.site(start).inTown() ? 3 + random.nextInt(14) : 1 + random.nextInt(4);
                Set<Integer> over = reach(start, free, size);
                free.removeAll(over);
                add(c, Division.NONE, over);
            }
        }
    }

    /** A free cell at random, in the town if there is one soon. */
    private int attractive(List<Integer> cells, Set<Integer> free) {
        int found = free.iterator().next();
        for (int i = 0; i < ATTEMPTS; i++) {
            int cell = cells.get(random.nextInt(cells.size()));
            if (free.contains(cell)) {
                found = cell;
                if (mesh.site(cell).inTown() || i > 3) {
                    return found;
                }
            }
        }
        return found;
    }

    private void add(int community, int general, Set<Integer> cells) {
        for (int cell : cells) {
            division.dedicatedOf[cell] = division.dedicated.size();
        }
        division.dedicated.add(
                new DedicatedPart(
                        community,
                        ++numbers[community],
                        general,
                        cells.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** The cells nearest to a start that are connected with it within a set. */
    private Set<Integer> reach(int start, Set<Integer> within, int size) {
        Site middle = mesh.site(start);
        PriorityQueue<Integer> queue =
                new PriorityQueue<>(
                        Comparator.comparingDouble(
                                        (Integer cell) -> mesh.site(cell).distance(middle))
                                .thenComparing(Comparator.naturalOrder()));
        Set<Integer> seen = new HashSet<>(List.of(start));
        Set<Integer> reached = new TreeSet<>();
        queue.add(start);
        while (!queue.isEmpty() && reached.size() < size) {
            int cell = queue.remove();
            reached.add(cell);
            for (int i = 0; i < mesh.degree(cell); i++) {
                int next = mesh.neighbour(cell, i);
                if (within.contains(next) && seen.add(next)) {
                    queue.add(next);
                }
            }
        }
        return reached;
    }

    /**
     * Makes a last micro grid of the general grid out of a cell that lies wholly inside another.
     *
     * @param cells those of the general grid's micro grids
     * @return whether there was such a cell
     */
    boolean enclave(int general, int firstMicro, int[] cells) {
        int last = division.micros.size();
        for (int cell : cells) {
            if (isInner(cell)) {
                division.microOf[cell] = last;
                division.micros.add(new MicroPart(general, last - firstMicro + 1));
                return true;
            }
        }
        return false;
    }

    /** Gives cells that lie wholly inside one micro grid to another one nearby. */
    void exclaves() {
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            int owner = division.microOf[cell];
            if (owner == Division.NONE || !isInner(cell)) {
                continue;
            }
            if (random.nextInt(EXCLAVE_RARITY) == 0) {
                int heir = heir(owner);
                if (heir != owner) {
                    division.microOf[cell] = heir;
                }
            }
        }
    }

    /** Another micro grid: mostly of the same general grid, now and then of another one. */
    private int heir(int owner) {
        int reach = random.nextInt(4) == 0 ? 25 : 3;
        int candidate = owner + random.nextInt(2 * reach + 1) - reach;
        boolean sameTown =
                candidate >= 0
                        && candidate < division.micros.size()
                        && town(candidate) == town(owner);
        return sameTown ? candidate : owner;
    }

    private int town(int micro) {
        return division.communities.get(division.communityOfMicro(micro)).town();
    }

    /** Whether all cells around the cell, over its corners too, are of the same micro grid. */
    private boolean isInner(int cell) {
        int micro = division.microOf[cell];
        for (int i = 0; i < mesh.degree(cell); i++) {
            for (int edge : mesh.edgesAt(mesh.corner(cell, i))) {
                if (!isOf(mesh.left(edge), micro) || !isOf(mesh.right(edge), micro)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isOf(int cell, int micro) {
        return cell != Mesh.OUTSIDE && division.microOf[cell] == micro;
    }
}
