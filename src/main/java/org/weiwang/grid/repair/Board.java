package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** The grids as they are after the repairs so far, each known by its row. Used by one thread. */
final class Board {
    private final List<Grid> grids;
    private final Map<Level, STRtree> boxes = new EnumMap<>(Level.class);
    private final Map<Level, Map<String, Integer>> rows = new EnumMap<>(Level.class);
    private final Map<Level, Map<String, List<Integer>>> children = new EnumMap<>(Level.class);

    /** Those whose boxes are no longer what they were. */
    private final Set<Integer> changed = new TreeSet<>();

    /** Those with a geometry that nothing can be done with before it is made valid. */
    private final Set<Integer> unsound = new TreeSet<>();

    /**
     * @param invalid codes of grids of which some are invalid
     */
    Board(List<Grid> grids, Set<String> invalid) {
        this.grids = new ArrayList<>(grids);
        for (Level level : Level.values()) {
            boxes.put(level, new STRtree());
            rows.put(level, new HashMap<>());
            children.put(level, new HashMap<>());
        }
        for (int row = 0; row < grids.size(); row++) {
            Grid grid = grids.get(row);
            rows.get(grid.level()).putIfAbsent(grid.code(), row);
            children.get(grid.level())
                    .computeIfAbsent(grid.parentCode(), code -> new ArrayList<>())
                    .add(row);
            if (!grid.geometry().isEmpty()) {
                boxes.get(grid.level()).insert(grid.geometry().getEnvelopeInternal(), row);
            }
            if (invalid.contains(grid.code()) && !grid.geometry().isValid()) {
                unsound.add(row);
            }
        }
    }

    List<Grid> grids() {
        return List.copyOf(grids);
    }

    Grid grid(int row) {
        return grids.get(row);
    }

    boolean isSound(int row) {
        return !unsound.contains(row);
    }

    /** The rows of all that must be made valid first, ascending. */
    List<Integer> unsound() {
        return List.copyOf(unsound);
    }

    /** The rows of grids whose box meets this one, ascending. */
    List<Integer> near(Collection<Level> levels, Envelope box) {
        Set<Integer> near = new TreeSet<>();
        for (Level level : levels) {
            for (Object row : boxes.get(level).query(box)) {
                near.add((Integer) row);
            }
        }
        for (int row : changed) {
            Grid grid = grids.get(row);
            if (levels.contains(grid.level())
                    && grid.geometry().getEnvelopeInternal().intersects(box)) {
                near.add(row);
            }
        }
        return List.copyOf(near);
    }

    /** Null where there is none, as for communities. */
    Integer parent(int row) {
        Level above = Levels.above(grids.get(row).level());
        return above == null ? null : rows.get(above).get(grids.get(row).parentCode());
    }

    /** Those of the next level down, ascending; dedicated grids are nobody's. */
    List<Integer> children(int row) {
        Level below = Levels.below(grids.get(row).level());
        // Of two grids with one code the first is the parent.
        return below == null || rows.get(grids.get(row).level()).get(grids.get(row).code()) != row
                ? List.of()
                : children.get(below).getOrDefault(grids.get(row).code(), List.of());
    }

    void set(Collection<Change> changes) {
        for (Change change : changes) {
            set(change.row(), change.after());
        }
    }

    private void set(int row, MultiPolygon outline) {
        Grid former = grids.get(row);
        grids.set(
                row,
                new Grid(
                        former.code(),
                        former.level(),
                        former.name(),
                        former.kind(),
                        former.parentCode(),
                        former.households(),
                        outline));
        changed.add(row);
        unsound.remove(row);
    }
}
