package org.weiwang.demo.layout;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The cells' middles along one direction of the lattice, and the blocks they form. */
record Axis(double[] centres, int[] blockOf, double[] blockCentres, int[] middles) {
    /** The mean distance between neighbouring cells' middles, in metres. */
    static final double PITCH = 31;

    private static final int SMALLEST_BLOCK = 3;
    private static final int BLOCK_SIZES = 3;

    /** Blocks farther out than the town's radius may still belong to it. */
    private static final double REACH = 1.3;

    static Axis of(double cellRadius, SplittableRandom random) {
        int size = (int) Math.ceil(2 * REACH * cellRadius);
        double[] centres = new double[size];
        int[] blockOf = new int[size];
        int block = 0;
        int left = blockSize(random);
        for (int i = 1; i < size; i++) {
            centres[i] = centres[i - 1] + PITCH * (0.88 + 0.24 * random.nextDouble());
            if (--left == 0) {
                block++;
                left = blockSize(random);
                centres[i] += 6;
            }
            blockOf[i] = block;
        }
        double shift = centres[size - 1] / 2;
        double[] blockCentres = new double[block + 1];
        int[] middles = new int[block + 1];
        int[] members = new int[block + 1];
        for (int i = 0; i < size; i++) {
            centres[i] -= shift;
            blockCentres[blockOf[i]] += centres[i];
            middles[blockOf[i]] += i;
            members[blockOf[i]]++;
        }
        for (int i = 0; i <= block; i++) {
            blockCentres[i] /= members[i];
            middles[i] = (int) Math.ceil((double) middles[i] / members[i]);
        }
        return new Axis(centres, blockOf, blockCentres, middles);
    }

    private static int blockSize(SplittableRandom random) {
        return SMALLEST_BLOCK + random.nextInt(BLOCK_SIZES);
    }

    int size() {
        return centres.length;
    }

    int blocks() {
        return blockCentres.length;
    }

    double centre(int i) {
        return centres[i];
    }

    int block(int i) {
        return blockOf[i];
    }

    double blockCentre(int block) {
        return blockCentres[block];
    }

    double radius() {
        return centres[centres.length - 1] / REACH;
    }

    /** The column whose middle is nearest, or −1 beyond the ends. */
    int at(double position) {
        int found = Arrays.binarySearch(centres, position);
        if (found >= 0) {
            return found;
        }
        int next = ~found;
        if (next == 0 || next == centres.length) {
            boolean near = Math.abs(centres[next == 0 ? 0 : next - 1] - position) < PITCH / 2;
            return near ? Math.min(next, centres.length - 1) : -1;
        }
        return position - centres[next - 1] < centres[next] - position ? next - 1 : next;
    }

    boolean middleBetween(int a, int b) {
        return blockOf[a] == blockOf[b] && Math.max(a, b) == middles[blockOf[a]] && a != b;
    }
}
