package org.weiwang.demo.division;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.weiwang.demo.source.Community;
import org.weiwang.demo.source.Town;

/**
 * Which cells belong to which grid. Grids are numbered through the county within each level; filled
 * step by step by {@link Divider}.
 */
public final class Division {
    /** A community with its town (and the town's number in the district). */
    public record CommunityPart(int town, Town of, Community community) {}

    /** A general grid: its community and its number there, from 1. */
    public record GeneralPart(int community, int number) {}

    /** A micro grid: its general grid and its number there, from 1. */
    public record MicroPart(int general, int number) {}

    /**
     * A dedicated grid.
     *
     * @param number its number in the community, from 1
     * @param general the general grid it is a hole of, or {@link #NONE} when it lies over micro
     *     grids
     */
    public record DedicatedPart(int community, int number, int general, int[] cells) {
        public boolean isHole() {
            return general != NONE;
        }
    }

    /** No grid. */
    public static final int NONE = -1;

    final List<CommunityPart> communities = new ArrayList<>();
    final List<GeneralPart> generals = new ArrayList<>();
    final List<MicroPart> micros = new ArrayList<>();
    final List<DedicatedPart> dedicated = new ArrayList<>();
    final int[] microOf;

    /** The dedicated grid that covers each cell, or NONE. */
    final int[] dedicatedOf;

    Division(int cells) {
        microOf = new int[cells];
        dedicatedOf = new int[cells];
        Arrays.fill(microOf, NONE);
        Arrays.fill(dedicatedOf, NONE);
    }

    public List<CommunityPart> communities() {
        return communities;
    }

    public List<GeneralPart> generals() {
        return generals;
    }

    public List<MicroPart> micros() {
        return micros;
    }

    public List<DedicatedPart> dedicated() {
        return dedicated;
    }

    /** The micro grid of a cell, or {@link #NONE} in the hole of a dedicated grid. */
    public int microOf(int cell) {
        return microOf[cell];
    }

    /** The general grid of a cell. */
    public int generalOf(int cell) {
        return microOf[cell] == NONE
                ? dedicated.get(dedicatedOf[cell]).general()
                : micros.get(microOf[cell]).general();
    }

    public int communityOfMicro(int micro) {
        return generals.get(micros.get(micro).general()).community();
    }

    /** The cells of each micro grid, ascending. */
    public List<List<Integer>> cellsOfMicros() {
        List<List<Integer>> cells = new ArrayList<>();
        micros.forEach(micro -> cells.add(new ArrayList<>()));
        for (int cell = 0; cell < microOf.length; cell++) {
            if (microOf[cell] != NONE) {
                cells.get(microOf[cell]).add(cell);
            }
        }
        return cells;
    }

    public String communityCode(int community) {
        return communities.get(community).community().code();
    }

    public String generalCode(int general) {
        GeneralPart part = generals.get(general);
        return communityCode(part.community()) + "%03d".formatted(part.number());
    }

    public String microCode(int micro) {
        MicroPart part = micros.get(micro);
        return generalCode(part.general()) + "%03d".formatted(part.number());
    }

    public String dedicatedCode(int dedicatedGrid) {
        DedicatedPart part = dedicated.get(dedicatedGrid);
        return communityCode(part.community()) + "Z%03d".formatted(part.number());
    }
}
