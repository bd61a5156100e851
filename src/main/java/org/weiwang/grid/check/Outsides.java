package org.weiwang.grid.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.Overlay;

/**
 * Ground of grids that their parents do not cover.
 *
 * @param communities their places
 */
record Outsides(Hierarchy hierarchy, Places communities) {
    /** That of a general or micro grid. */
    Stream<Finding> of(Ground grid) {
        return beside(grid).map(outside -> outside(grid, outside)).stream();
    }

    /** That of a dedicated grid, which may reach into other communities. */
    Stream<Finding> ofDedicated(Ground grid) {
        return beside(grid).stream().flatMap(beside -> ofDedicated(grid, beside));
    }

    private Stream<Finding> ofDedicated(Ground grid, Piece beside) {
        if (Piece.squareMetres(Overlay.difference(grid.shape(), beside.area())) == 0) {
            return Stream.of(outside(grid, beside));
        }
        List<String> codes = new ArrayList<>(List.of(grid.code()));
        List<Polygon> across = new ArrayList<>();
        List<Polygon> outside = Overlay.polygons(beside.area());
        for (Ground community : others(grid)) {
            List<Polygon> common = Overlay.intersection(beside.area(), community.shape());
            if (Piece.squareMetres(common) > 0) {
                codes.add(community.code());
                across.addAll(common);
            }
            outside = Overlay.difference(Overlay.multiPolygon(outside), community.shape());
        }
        Subject subject = new Subject(grid.level(), codes.stream().distinct().toList());
        return Stream.concat(
                Piece.together(Overlay.polygons(Overlay.union(across)))
                        .map(piece -> subject.ground(FindingKind.ACROSS_COMMUNITIES, piece, null))
                        .stream(),
                Piece.together(outside).map(piece -> outside(grid, piece)).stream());
    }

    private List<Ground> others(Ground grid) {
        List<Ground> parents = hierarchy.parents(grid);
        return communities.near(grid.box()).stream()
                .filter(community -> !parents.contains(community))
                .sorted(Comparator.comparing(Ground::code).thenComparing(Ground::row))
                .toList();
    }

    private static Finding outside(Ground grid, Piece outside) {
        return Subject.of(grid.grid())
                .ground(
                        FindingKind.OUTSIDE_PARENT,
                        FindingKind.OUTSIDE_PARENT_SLIVER,
                        outside,
                        grid.parentCode());
    }

    /** Empty where it is in its parent, or has none. */
    private Optional<Piece> beside(Ground grid) {
        List<MultiPolygon> parents =
                hierarchy.parents(grid).stream()
                        .map(Ground::shape)
                        .filter(shape -> !shape.isEmpty())
                        .toList();
        return parents.isEmpty()
                ? Optional.empty()
                : Piece.together(Overlay.difference(grid.shape(), Overlay.union(parents)));
    }
}
