package org.weiwang.demo.division;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.weiwang.demo.division.Division.MicroPart;
import org.weiwang.demo.layout.Streets;
import org.weiwang.demo.mesh.Mesh;

/**
 * Divides a county anew here and there, as happens every year: in one general grid the boundary
 * between two micro grids moves, in the next two become one, in the next one becomes two, and so
 * on. For one thread.
 */
public final class Redrawing {
    /**
     * Where a micro grid comes from.
     *
     * @param former the number of the one whose ground it has, in the division before
     * @param word what its name has beside that one's; empty for nothing
     */
    public record Origin(int former, String word) {}

    /**
     * @param origins one for each micro grid
     */
    public record Redrawn(Division division, List<Origin> origins) {}

    private static final String JOINED = "联片";
    private static final String SECOND = "二区";
    private static final double[] HALVES = {1, 1};
    private static final double[] UNEQUAL = {2, 3};

    private final Mesh mesh;
    private final Growth growth;
    private final Division before;
    private final SplittableRandom random;
    private final int[] microOf;
    private final List<MicroPart> micros;
    private final List<Origin> origins = new ArrayList<>();

    private Redrawing(Mesh mesh, Streets streets, Division before, SplittableRandom random) {
        this.mesh = mesh;
        this.growth = new Growth(mesh, streets);
        this.before = before;
        this.random = random;
        this.microOf = before.microOf.clone();
        this.micros = new ArrayList<>(before.micros);
        for (int m = 0; m < micros.size(); m++) {
            origins.add(new Origin(m, ""));
        }
    }

    /**
     * @param count how many times; fewer where there are not as many general grids to do it in
     */
    public static Redrawn redraw(
            Mesh mesh, Streets streets, Division before, int count, SplittableRandom random) {
        Redrawing redrawing = new Redrawing(mesh, streets, before, random);
        redrawing.redraw(count);
        return redrawing.redrawn();
    }

    private void redraw(int count) {
        int[] generals = IntStream.range(0, before.generals.size()).toArray();
        for (int i = generals.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = generals[i];
            generals[i] = generals[other];
            generals[other] = swapped;
        }
        int done = 0;
        for (int i = 0; i < generals.length && done < count; i++) {
            int general = generals[i];
            boolean could =
                    switch (done % 3) {
                        case 0 -> move(general);
                        case 1 -> join(general);
                        default -> divide(general);
                    };
            done += could ? 1 : 0;
        }
    }

    private boolean move(int general) {
        int[] pair = neighbours(general);
        if (pair == null) {
            return false;
        }
        int[][] parts = growth.split(cells(pair[0], pair[1]), UNEQUAL, 0, random);
        boolean swap = held(parts[0], pair[0]) < held(parts[1], pair[0]);
        int[] first = parts[swap ? 1 : 0];
        int[] second = parts[swap ? 0 : 1];
        boolean moved = held(first, pair[1]) + held(second, pair[0]) > 0;
        give(first, pair[0]);
        give(second, pair[1]);
        return moved;
    }

    private boolean join(int general) {
        int[] pair = neighbours(general);
        if (pair == null) {
            return false;
        }
        give(cells(pair[1]), pair[0]);
        origins.set(pair[0], new Origin(pair[0], JOINED));
        origins.set(pair[1], null);
        return true;
    }

    private boolean divide(int general) {
        for (int micro : ofGeneral(general)) {
            int[] cells = cells(micro);
            if (cells.length > 1 && isConnected(cells)) {
                int[][] parts = growth.split(cells, HALVES, 0, random);
                give(parts[1], micros.size());
                micros.add(new MicroPart(general, nextNumber(general)));
                origins.add(new Origin(micro, SECOND));
                return true;
            }
        }
        return false;
    }

    /**
     * Two micro grids of the general grid that are one piece together; null when there are none.
     */
    private int[] neighbours(int general) {
        int[] all = ofGeneral(general);
        for (int one : all) {
            for (int other : all) {
                if (one < other && isConnected(cells(one, other))) {
                    return new int[] {one, other};
                }
            }
        }
        return null;
    }

    private int[] ofGeneral(int general) {
        return IntStream.range(0, before.micros.size())
                .filter(m -> micros.get(m).general() == general)
                .toArray();
    }

    /** No code of the division before is given again. */
    private int nextNumber(int general) {
        return 1
                + Arrays.stream(ofGeneral(general))
                        .map(m -> micros.get(m).number())
                        .max()
                        .orElseThrow();
    }

    private int[] cells(int... owners) {
        return IntStream.range(0, microOf.length)
                .filter(cell -> Arrays.stream(owners).anyMatch(owner -> microOf[cell] == owner))
                .toArray();
    }

    private int held(int[] cells, int micro) {
        return (int) Arrays.stream(cells).filter(cell -> microOf[cell] == micro).count();
    }

    private void give(int[] cells, int micro) {
        for (int cell : cells) {
            microOf[cell] = micro;
        }
    }

    private boolean isConnected(int[] cells) {
        Set<Integer> left = new HashSet<>();
        Arrays.stream(cells).forEach(left::add);
        Deque<Integer> queue = new ArrayDeque<>(List.of(cells[0]));
        left.remove(cells[0]);
        while (!queue.isEmpty()) {
            int cell = queue.remove();
            for (int i = 0; i < mesh.degree(cell); i++) {
                int next = mesh.neighbour(cell, i);
                if (left.remove(next)) {
                    queue.add(next);
                }
            }
        }
        return left.isEmpty();
    }

    /** Without those that became part of another. */
    private Redrawn redrawn() {
        Division division = new Division(microOf.length);
        division.communities.addAll(before.communities);
        division.generals.addAll(before.generals);
        division.dedicated.addAll(before.dedicated);
        System.arraycopy(before.dedicatedOf, 0, division.dedicatedOf, 0, microOf.length);
        List<Origin> kept = new ArrayList<>();
        int[] later = new int[micros.size()];
        for (int m = 0; m < later.length; m++) {
            if (origins.get(m) != null) {
                later[m] = kept.size();
                kept.add(origins.get(m));
                division.micros.add(micros.get(m));
            }
        }
        for (int cell = 0; cell < microOf.length; cell++) {
            if (microOf[cell] != Division.NONE) {
                division.microOf[cell] = later[microOf[cell]];
            }
        }
        return new Redrawn(division, kept);
    }
}
