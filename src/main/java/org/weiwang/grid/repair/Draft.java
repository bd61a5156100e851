package org.weiwang.grid.repair;

import static java.util.stream.Collectors.partitioningBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.Overlay;
import org.weiwang.grid.Level;

/**
 * The outlines that one repair makes. Ground is given and taken with all its vertices put into the
 * edges beside it, so that grids that shared an edge go on sharing it, and no edge elsewhere is
 * touched.
 */
final class Draft {
    /** What may lie between an edge and a vertex on it. */
    private static final double NEAR = 2 / Lattice.PRECISION.getScale();

    private final Board board;
    private final Map<Integer, MultiPolygon> outlines = new TreeMap<>();
    private final Map<Level, Set<Coordinate>> seams = new EnumMap<>(Level.class);

    Draft(Board board) {
        this.board = board;
    }

    MultiPolygon outline(int row) {
        return outlines.getOrDefault(row, board.outline(row));
    }

    /** The grids beside which those of the level lie, where they may touch the ground. */
    List<Integer> near(Level level, Geometry ground) {
        return near(Levels.beside(level), ground);
    }

    private List<Integer> near(Collection<Level> levels, Geometry ground) {
        Envelope box = ground.getEnvelopeInternal();
        box.expandBy(NEAR);
        return board.near(levels, box);
    }

    /** The ground with the vertices of all grids that it touches, which get its own. */
    Geometry node(Level level, Geometry ground) {
        List<Integer> near = near(level, ground);
        Envelope box = ground.getEnvelopeInternal();
        box.expandBy(NEAR);
        Set<Coordinate> vertices = new HashSet<>();
        for (int row : near) {
            for (Coordinate vertex : outline(row).getCoordinates()) {
                if (box.contains(vertex)) {
                    vertices.add(vertex);
                }
            }
        }
        Geometry noded = Noding.insert(ground, vertices);
        List<Coordinate> seam = Arrays.asList(noded.getCoordinates());
        seams.computeIfAbsent(level, any -> new HashSet<>()).addAll(seam);
        for (int row : near) {
            MultiPolygon outline = outline(row);
            MultiPolygon changed = Noding.insert(outline, seam);
            if (changed != outline) {
                outlines.put(row, changed);
            }
        }
        return noded;
    }

    void add(int row, Geometry ground) {
        Geometry noded = node(board.level(row), ground);
        outlines.put(row, Ground.outline(Ground.union(outline(row), noded)));
    }

    /**
     * Takes ground from a grid.
     *
     * @return what it loses: with the ground all parts that would be left of it and are too narrow
     *     to be anything
     */
    Geometry cut(int row, Geometry ground) {
        Geometry noded = node(board.level(row), ground);
        MultiPolygon before = outline(row);
        Map<Boolean, List<Polygon>> left =
                Overlay.polygons(Ground.without(before, noded)).stream()
                        .collect(
                                partitioningBy(
                                        part ->
                                                Ground.anyCounts(part)
                                                        || part.distance(noded) > 0));
        outlines.put(row, Ground.outline(Ground.all(left.get(true))));
        List<Geometry> lost = new ArrayList<>(left.get(false));
        lost.add(noded);
        return Ground.all(lost);
    }

    void set(int row, MultiPolygon outline) {
        outlines.put(row, outline);
    }

    /** Those that differ; none at all where an outline would be empty or invalid. */
    List<Change> changes() {
        seams.forEach(this::straighten);
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<Integer, MultiPolygon> entry : outlines.entrySet()) {
            int row = entry.getKey();
            MultiPolygon before = board.outline(row);
            MultiPolygon after = Ground.outline(entry.getValue());
            if (after.isEmpty() || !after.isValid()) {
                return List.of();
            }
            if (!Ground.areSame(before, after)) {
                changes.add(new Change(row, board.code(row), before, after));
            }
        }
        return changes;
    }

    /**
     * Takes away the vertices on seams at which nobody's boundary turns or ends, as they are left
     * where a boundary used to cross another.
     */
    private void straighten(Level level, Set<Coordinate> seam) {
        Geometry ground = Ground.multiPoint(seam);
        Set<Coordinate> elsewhere = new HashSet<>();
        for (Level other : Level.values()) {
            if (!Levels.beside(level).contains(other)) {
                for (int row : near(Set.of(other), ground)) {
                    elsewhere.addAll(Arrays.asList(board.outline(row).getCoordinates()));
                }
            }
        }
        List<Integer> near = near(level, ground);
        Set<Coordinate> tried = new HashSet<>(); // A ring of three corners keeps them.
        Set<Coordinate> needless = needless(near, seam, elsewhere);
        while (tried.addAll(needless)) {
            for (int row : near) {
                MultiPolygon outline = outline(row);
                MultiPolygon changed = Noding.remove(outline, needless);
                if (changed != outline) {
                    outlines.put(row, changed);
                }
            }
            needless = needless(near, seam, elsewhere);
        }
    }

    /** No two neighbours of them, lest many small turns become a large one. */
    private Set<Coordinate> needless(
            List<Integer> rows, Set<Coordinate> seam, Set<Coordinate> elsewhere) {
        Map<Coordinate, Coordinate[]> straight = new TreeMap<>();
        Set<Coordinate> needed = new HashSet<>(elsewhere);
        for (int row : rows) {
            Noding.eachCorner(
                    outline(row),
                    (before, vertex, after) -> {
                        if (!seam.contains(vertex)) {
                            return;
                        }
                        if (Noding.isOn(vertex, before, after)) {
                            straight.put(vertex, new Coordinate[] {before, after});
                        } else {
                            needed.add(vertex);
                        }
                    });
        }
        Set<Coordinate> needless = new HashSet<>();
        straight.forEach(
                (vertex, ends) -> {
                    if (!needed.contains(vertex)
                            && !needless.contains(ends[0])
                            && !needless.contains(ends[1])) {
                        needless.add(vertex);
                    }
                });
        return needless;
    }
}
