package org.weiwang.grid.repair;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.Overlay;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.CoverageCheck;
import org.weiwang.grid.check.Finding;
import org.weiwang.grid.check.Severity;

class UpperGridsTest {
    /** A corner moves, wherever it is: on the boundary of a community too. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aMovedCornerIsFollowed(long seed) {
        List<Grid> county = SquareCounty.of(seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<Coordinate> corners = corners(county);
        for (int time = 0; time < 20; time++) {
            Coordinate from = corners.get(random.nextInt(corners.size()));
            Coordinate to = beside(from, random);
            List<Grid> followed =
                    UpperGrids.follow(county, drawn(county, grid -> moved(grid, from, to)));
            assertThat(errors(followed)).isEmpty();
            for (int row = 0; row < county.size(); row++) {
                boolean hasIt = has(county.get(row), from);
                assertThat(followed.get(row) != county.get(row)).isEqualTo(hasIt);
            }
        }
    }

    /** Each general grid keeps what it has of it, also when something near it is drawn later. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void aHoleAcrossGeneralGridsMovesNone(long seed) {
        List<Grid> county = SquareCounty.of(seed);
        Coordinate corner =
                corners(county).stream()
                        .filter(one -> has(grid(county, "C00-00"), one))
                        .filter(one -> has(grid(county, "C00-11"), one))
                        .findFirst()
                        .orElseThrow();
        Envelope box = new Envelope(corner);
        box.expandBy(0.0003);
        MultiPolygon hole = Ground.outline(Wgs84.FACTORY.toGeometry(box));
        List<Grid> drawn = drawn(county, grid -> Ground.without(grid.geometry(), hole));
        drawn.add(SquareCounty.grid("Z", Level.DEDICATED, "C00", hole));
        List<Grid> followed = UpperGrids.follow(county, drawn);
        assertThat(errors(followed)).isEmpty();
        assertThat(upper(followed)).isEqualTo(upper(county));

        SplittableRandom random = new SplittableRandom(seed);
        for (Coordinate from : corners(county)) {
            boolean isWithinOne = upper(county).stream().noneMatch(grid -> has(grid, from));
            if (isWithinOne && !box.contains(from)) {
                Coordinate to = beside(from, random);
                List<Grid> again = drawn(followed, grid -> moved(grid, from, to));
                assertThat(upper(UpperGrids.follow(followed, again))).isEqualTo(upper(county));
            }
        }
    }

    @Test
    void aGridOfAnotherParentTakesItsGroundAlong() {
        List<Grid> county = SquareCounty.of(7);
        Grid micro =
                county.stream()
                        .filter(grid -> grid.level() == Level.MICRO)
                        .filter(grid -> grid.code().matches("C00-1.-2."))
                        .findFirst()
                        .orElseThrow();
        String parent = "C10-0" + micro.code().charAt(5);
        List<Grid> drawn = new ArrayList<>(county);
        drawn.set(
                county.indexOf(micro),
                SquareCounty.grid(micro.code(), Level.MICRO, parent, micro.geometry()));
        List<Grid> followed = UpperGrids.follow(county, drawn);
        assertThat(errors(followed)).isEmpty();
        for (String code : List.of(parent, "C10")) {
            assertThat(area(grid(followed, code)) - area(grid(county, code)))
                    .isCloseTo(area(micro), withPercentage(0.01));
        }
        assertThat(followed.stream().filter(grid -> !county.contains(grid)).map(Grid::level))
                .containsExactlyInAnyOrder(
                        Level.COMMUNITY,
                        Level.COMMUNITY,
                        Level.GENERAL,
                        Level.GENERAL,
                        Level.MICRO);
    }

    @Test
    void whatStandsOnInvalidGridsStays() {
        List<Grid> county = SquareCounty.of(8);
        Grid crossed = county.stream().filter(UpperGridsTest::isOfOne).findFirst().orElseThrow();
        List<Grid> broken = drawn(county, grid -> grid == crossed ? bowTie(grid) : grid.geometry());
        List<Grid> drawn = new ArrayList<>(broken);
        Grid gone =
                county.stream()
                        .filter(UpperGridsTest::isOfOne)
                        .reduce((first, last) -> last)
                        .orElseThrow();
        drawn.remove(gone);
        assertThat(upper(UpperGrids.follow(broken, drawn))).isEqualTo(upper(county));
        drawn = new ArrayList<>(county);
        drawn.remove(gone);
        assertThat(upper(UpperGrids.follow(county, drawn))).isNotEqualTo(upper(county));
    }

    private static boolean isOfOne(Grid grid) {
        return grid.level() == Level.MICRO && grid.parentCode().equals("C11-11");
    }

    private static MultiPolygon bowTie(Grid grid) {
        Envelope box = grid.geometry().getEnvelopeInternal();
        Coordinate[] ring = {
            new Coordinate(box.getMinX(), box.getMinY()),
            new Coordinate(box.getMaxX(), box.getMaxY()),
            new Coordinate(box.getMaxX(), box.getMinY()),
            new Coordinate(box.getMinX(), box.getMaxY()),
            new Coordinate(box.getMinX(), box.getMinY())
        };
        return Overlay.multiPolygon(List.of(Wgs84.FACTORY.createPolygon(ring)));
    }

    /** The grids, but for those at the bottom that the change gives another outline. */
    private static List<Grid> drawn(List<Grid> grids, Function<Grid, Geometry> change) {
        List<Grid> drawn = new ArrayList<>();
        for (Grid grid : grids) {
            Geometry outline = isLowest(grid) ? change.apply(grid) : grid.geometry();
            boolean isSame = outline.norm().equalsExact(grid.geometry().norm());
            drawn.add(isSame ? grid : grid.withOutline(Ground.outline(outline)));
        }
        return drawn;
    }

    private static Geometry moved(Grid grid, Coordinate from, Coordinate to) {
        return new GeometryEditor(Wgs84.FACTORY)
                .edit(
                        grid.geometry(),
                        new GeometryEditor.CoordinateOperation() {
                            @Override
                            public Coordinate[] edit(Coordinate[] ring, Geometry geometry) {
                                return Arrays.stream(ring)
                                        .map(vertex -> vertex.equals2D(from) ? to : vertex)
                                        .toArray(Coordinate[]::new);
                            }
                        });
    }

    private static Coordinate beside(Coordinate place, SplittableRandom random) {
        return new Coordinate(
                Lattice.snap(place.x + random.nextDouble(0.00001, 0.00004)),
                Lattice.snap(place.y + random.nextDouble(0.00001, 0.00004)));
    }

    /** Where three or more grids at the bottom meet. */
    private static List<Coordinate> corners(List<Grid> grids) {
        Map<Coordinate, Long> holders =
                grids.stream()
                        .filter(UpperGridsTest::isLowest)
                        .flatMap(grid -> Arrays.stream(grid.geometry().getCoordinates()).distinct())
                        .collect(groupingBy(vertex -> vertex, TreeMap::new, counting()));
        return holders.entrySet().stream()
                .filter(entry -> entry.getValue() > 2)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isLowest(Grid grid) {
        return grid.level() == Level.MICRO || grid.level() == Level.DEDICATED;
    }

    private static boolean has(Grid grid, Coordinate vertex) {
        return Arrays.asList(grid.geometry().getCoordinates()).contains(vertex);
    }

    private static List<Grid> upper(List<Grid> grids) {
        return grids.stream().filter(grid -> !isLowest(grid)).toList();
    }

    private static Grid grid(List<Grid> grids, String code) {
        return grids.stream().filter(grid -> grid.code().equals(code)).findFirst().orElseThrow();
    }

    private static double area(Grid grid) {
        return grid.geometry().getArea();
    }

    private static List<Finding> errors(List<Grid> grids) {
        return CoverageCheck.check(grids).stream()
                .filter(finding -> finding.kind().severity() == Severity.ERROR)
                .toList();
    }
}
