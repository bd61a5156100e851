package org.weiwang.grid.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.Finding;
import org.weiwang.grid.check.FindingKind;

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

    /** Those whose geometries are no ground at all. */
    private final Set<Integer> groundless = new TreeSet<>();

    /**
     * @param findings of these grids
     */
    Board(List<Grid> grids, List<Finding> findings) {
        this(grids);
        findings.stream()
                .filter(finding -> finding.kind() == FindingKind.INVALID_GEOMETRY)
                .forEach(this::addInvalid);
        place();
    }

    /** Of which nobody looks beyond a box. */
    static Board near(List<Grid> grids, Envelope box) {
        Board board = new Board(grids);
        for (int row = 0; row < grids.size(); row++) {
            MultiPolygon outline = board.outline(row);
            if (outline.getEnvelopeInternal().intersects(box) && !outline.isValid()) {
                board.groundless.add(row);
                board.unsound.add(row);
            }
        }
        board.place();
        return board;
    }

    private Board(List<Grid> grids) {
        this.grids = new ArrayList<>(grids);
        for (Level level : Level.values()) {
            boxes.put(level, new STRtree());
            rows.put(level, new HashMap<>());
            children.put(level, new HashMap<>());
        }
    }

    private void place() {
        for (int row = 0; row < grids.size(); row++) {
            Grid grid = grids.get(row);
            rows.get(grid.level()).putIfAbsent(code(row), row);
            children.get(grid.level())
                    .computeIfAbsent(text(grid.parentCode()), code -> new ArrayList<>())
                    .add(row);
            if (!outline(row).isEmpty()) {
                boxes.get(grid.level()).insert(outline(row).getEnvelopeInternal(), row);
            }
        }
    }

    private void addInvalid(Finding finding) {
        for (int row : rows(finding.level(), finding.grids())) {
            if (!outline(row).isValid()) {
                (finding.area() == null ? groundless : unsound).add(row);
            }
        }
    }

    List<Grid> grids() {
        return List.copyOf(grids);
    }

    Level level(int row) {
        return grids.get(row).level();
    }

    /** Empty where there is none. */
    String code(int row) {
        return text(grids.get(row).code());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** Empty where there is none. */
    MultiPolygon outline(int row) {
        MultiPolygon outline = grids.get(row).geometry();
        return outline == null || groundless.contains(row)
                ? Wgs84.FACTORY.createMultiPolygon()
                : outline;
    }

    boolean isSound(int row) {
        return !unsound.contains(row);
    }

    /** Those of the level with one of the codes, ascending. */
    List<Integer> rows(Level level, Collection<String> codes) {
        return IntStream.range(0, grids.size())
                .filter(row -> level(row) == level && codes.contains(code(row)))
                .boxed()
                .toList();
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
                    && outline(row).getEnvelopeInternal().intersects(box)) {
                near.add(row);
            }
        }
        return List.copyOf(near);
    }

    /** Null where there is none, as for communities. */
    Integer parent(int row) {
        Level above = Levels.above(level(row));
        String code = text(grids.get(row).parentCode());
        return above == null || code.isBlank() ? null : rows.get(above).get(code);
    }

    /** Those of the next level down, ascending; dedicated grids are nobody's. */
    List<Integer> children(int row) {
        Level below = Levels.below(level(row));
        String code = code(row);
        // Of two grids with one code the first is the parent.
        boolean isParent =
                below != null && !code.isBlank() && rows.get(level(row)).get(code) == row;
        return isParent ? children.get(below).getOrDefault(code, List.of()) : List.of();
    }

    void set(Collection<Change> changes) {
        for (Change change : changes) {
            set(change.row(), change.after());
        }
    }

    private void set(int row, MultiPolygon outline) {
        grids.set(row, grids.get(row).withOutline(outline));
        changed.add(row);
        unsound.remove(row);
    }
}
