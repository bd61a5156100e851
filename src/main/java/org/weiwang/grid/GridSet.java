package org.weiwang.grid;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All grids of one edition, found by their code, by what is above and below them, and by place.
 * Immutable and thread-safe.
 */
public final class GridSet {
    private final District district;
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, List<Grid>> children;
    private final Map<Level, Layer> layers = new EnumMap<>(Level.class);

    /**
     * The grids of one level.
     *
     * @param hits what the index answers with, so that placing a point makes no objects for it
     */
    private record Layer(List<Grid> grids, GridIndex index, Hit[] hits) {}

    /**
     * @param grids in any order, with different codes
     */
    public GridSet(District district, Collection<Town> towns, Collection<Grid> grids) {
        this(district, towns, grids, null);
    }

    /**
     * @param former an earlier set of the district, whose indexes are shared where little differs
     */
    public GridSet(
            District district, Collection<Town> towns, Collection<Grid> grids, GridSet former) {
        this.district = district;
        this.children =
                grids.stream()
                        .sorted(Comparator.comparing(Grid::code))
                        .collect(groupingBy(Grid::parentCode));
        Map<String, Town> townOfCode =
                towns.stream().collect(toMap(Town::code, Function.identity()));
        Map<Level, List<Grid>> byLevel = grids.stream().collect(groupingBy(Grid::level));
        // In the order of levels parents come before their children.
        for (Level level : Level.values()) {
            List<Grid> ofLevel = byLevel.getOrDefault(level, List.of());
            for (Grid grid : ofLevel) {
                Member parent = members.get(grid.parentCode());
                Town town = parent == null ? townOfCode.get(grid.parentCode()) : parent.town();
                members.put(grid.code(), new Member(this, grid, parent, town));
            }
            layers.put(level, layer(index(level, ofLevel, former), ofLevel));
        }
    }

    private static GridIndex index(Level level, List<Grid> grids, GridSet former) {
        return former == null ? new GridIndex(grids) : GridIndex.of(grids, former.index(level));
    }

    private Layer layer(GridIndex index, List<Grid> grids) {
        Hit[] hits = new Hit[2 * grids.size()];
        for (int found = 0; found < hits.length; found++) {
            Member member = members.get(index.grid(found >> 1).code());
            hits[found] = new Hit(member, (found & 1) == 1);
        }
        return new Layer(grids, index, hits);
    }

    public District district() {
        return district;
    }

    public Optional<Member> grid(String code) {
        return Optional.ofNullable(members.get(code));
    }

    /** The grids of one level, in no order. */
    public List<Grid> grids(Level level) {
        return layers.get(level).grids();
    }

    /** The grids of which this is the parent, ordered by code. */
    public List<Grid> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    GridIndex index(Level level) {
        return layers.get(level).index();
    }

    /** The grid of one level that covers the point, as {@link GridIndex} finds it; or null. */
    Hit locate(Level level, double lon, double lat) {
        Layer layer = layers.get(level);
        int found = layer.index().find(lon, lat);
        return found == GridIndex.NONE ? null : layer.hits()[found];
    }
}
