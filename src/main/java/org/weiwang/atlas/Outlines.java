package org.weiwang.atlas;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.geo.Union;
import org.weiwang.grid.Grid;
import org.weiwang.grid.GridSet;
import org.weiwang.grid.Level;
import org.weiwang.grid.Outline;
import org.weiwang.grid.Town;

/**
 * Makes the outlines of a district and of its towns, as unions of community grids.
 *
 * @param former an earlier part of the district, from which outlines are taken where the
 *     communities are the same objects; null for none
 */
record Outlines(GridSet grids, DistrictPart former) {
    /** Those of the towns that have communities. */
    List<Outline> towns(Collection<Town> towns) {
        return towns.parallelStream()
                .filter(town -> !grids.children(town.code()).isEmpty())
                .map(
                        town ->
                                new Outline(
                                        town.code(),
                                        town.name(),
                                        grids.district().code(),
                                        town(town.code())))
                .toList();
    }

    private MultiPolygon town(String code) {
        List<Grid> communities = grids.children(code);
        return Optional.ofNullable(former)
                .filter(part -> areSame(communities, part.grids().children(code)))
                .flatMap(part -> part.towns().feature(code))
                .map(feature -> feature.subject().geometry())
                .orElseGet(() -> union(communities.stream().map(Grid::geometry)));
    }

    /**
     * That of the district; none when it has no communities.
     *
     * @param towns the outlines of its towns
     */
    List<Outline> district(List<Outline> towns) {
        List<Grid> communities = communities(grids);
        if (communities.isEmpty()) {
            return List.of();
        }
        String code = grids.district().code();
        MultiPolygon outline =
                Optional.ofNullable(former)
                        .filter(part -> areSame(communities, communities(part.grids())))
                        .flatMap(part -> part.districtOutline().feature(code))
                        .map(feature -> feature.subject().geometry())
                        .orElseGet(() -> union(pieces(towns, communities)));
        return List.of(new Outline(code, grids.district().name(), null, outline));
    }

    private static List<Grid> communities(GridSet grids) {
        return grids.grids(Level.COMMUNITY).stream()
                .sorted(Comparator.comparing(Grid::code))
                .toList();
    }

    /** The towns, and communities of which nobody told the town. */
    private static Stream<MultiPolygon> pieces(List<Outline> towns, List<Grid> communities) {
        Set<String> known = towns.stream().map(Outline::code).collect(Collectors.toSet());
        return Stream.concat(
                towns.stream().map(Outline::geometry),
                communities.stream()
                        .filter(community -> !known.contains(community.parentCode()))
                        .map(Grid::geometry));
    }

    private static boolean areSame(List<Grid> some, List<Grid> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size())
                        .allMatch(i -> some.get(i).geometry() == others.get(i).geometry());
    }

    private static MultiPolygon union(Stream<MultiPolygon> pieces) {
        return Union.of(pieces.toList());
    }
}
