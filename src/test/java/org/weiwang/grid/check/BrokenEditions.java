package org.weiwang.grid.check;

import static org.weiwang.grid.Level.COMMUNITY;
import static org.weiwang.grid.Level.DEDICATED;
import static org.weiwang.grid.Level.GENERAL;
import static org.weiwang.grid.Level.MICRO;
import static org.weiwang.grid.check.BrokenEdition.count;
import static org.weiwang.grid.check.BrokenEdition.fact;
import static org.weiwang.grid.check.BrokenEdition.ground;
import static org.weiwang.grid.check.FindingKind.ACROSS_COMMUNITIES;
import static org.weiwang.grid.check.FindingKind.DUPLICATE_CODE;
import static org.weiwang.grid.check.FindingKind.DUPLICATE_NAME;
import static org.weiwang.grid.check.FindingKind.EMPTY_GEOMETRY;
import static org.weiwang.grid.check.FindingKind.GAP;
import static org.weiwang.grid.check.FindingKind.GAP_SLIVER;
import static org.weiwang.grid.check.FindingKind.HOUSEHOLDS;
import static org.weiwang.grid.check.FindingKind.INVALID_GEOMETRY;
import static org.weiwang.grid.check.FindingKind.MALFORMED_CODE;
import static org.weiwang.grid.check.FindingKind.NO_NAME;
import static org.weiwang.grid.check.FindingKind.NO_PARENT;
import static org.weiwang.grid.check.FindingKind.ORPHAN;
import static org.weiwang.grid.check.FindingKind.OUTSIDE_PARENT;
import static org.weiwang.grid.check.FindingKind.OUTSIDE_PARENT_SLIVER;
import static org.weiwang.grid.check.FindingKind.OVERLAP;
import static org.weiwang.grid.check.FindingKind.OVERLAP_SLIVER;
import static org.weiwang.grid.check.FindingKind.PARENT_NOT_FILLED;
import static org.weiwang.grid.check.FindingKind.PARENT_NOT_FILLED_SLIVER;
import static org.weiwang.grid.check.FindingKind.SEPARATE_PARTS;
import static org.weiwang.grid.check.SmallEdition.box;
import static org.weiwang.grid.check.SmallEdition.minus;
import static org.weiwang.grid.check.SmallEdition.plus;
import static org.weiwang.grid.check.SmallEdition.polygon;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;
import org.weiwang.grid.check.BrokenEdition.Expected;

/** Every kind of thing that goes wrong with a district's grids, and what is to be found then. */
final class BrokenEditions {
    private BrokenEditions() {}

    static Stream<BrokenEdition> all() {
        return Stream.of(
                        noise(), attributes(), shapes(), gaps(), overlaps(), parents(), dedicated())
                .flatMap(List::stream);
    }

    /** What is not wrong. */
    private static List<BrokenEdition> noise() {
        return List.of(
                new BrokenEdition("nothing has happened", e -> {}),
                new BrokenEdition(
                        "a strip of 4 cm between two micro grids",
                        e -> e.reshape("A1-21", s -> minus(s, box(99.96, 50, 110, 250)))),
                new BrokenEdition(
                        "two micro grids overlap by 4 cm",
                        e -> e.reshape("A1-21", s -> plus(s, box(99, 100, 100.04, 200)))),
                new BrokenEdition(
                        "a vertex 4 cm beside the edge that it lies on",
                        e ->
                                e.reshape(
                                        "B1-12",
                                        s -> plus(s, polygon(90, 300, 120, 299.96, 150, 300)))),
                new BrokenEdition(
                        "a general grid is 4 cm too wide",
                        e -> e.reshape("A1", s -> plus(s, box(299, 0, 300.04, 300)))),
                new BrokenEdition(
                        "an enclave, left out of all levels",
                        e ->
                                Stream.of("A", "A1", "A1-12")
                                        .forEach(
                                                code ->
                                                        e.reshape(
                                                                code,
                                                                s ->
                                                                        minus(
                                                                                s,
                                                                                box(
                                                                                        140, 40,
                                                                                        160,
                                                                                        60))))),
                new BrokenEdition(
                        "households are not known", e -> e.change("A1-11", g -> housing(g, null))));
    }

    private static List<BrokenEdition> attributes() {
        return List.of(
                new BrokenEdition(
                        "a code with a character that codes don't have",
                        e -> e.change("A1-11", g -> SmallEdition.coded(g, "A1/11")),
                        fact(MALFORMED_CODE, MICRO, "A1/11")),
                new BrokenEdition(
                        "a code of 33 characters",
                        e -> e.change("A1-11", g -> SmallEdition.coded(g, "A".repeat(33))),
                        fact(MALFORMED_CODE, MICRO, "A".repeat(33))),
                new BrokenEdition(
                        "two grids have no code",
                        e -> {
                            e.change("A1-11", g -> SmallEdition.coded(g, ""));
                            e.change("A1-12", g -> SmallEdition.coded(g, null));
                        },
                        fact(MALFORMED_CODE, MICRO, "").at(50, 50),
                        fact(MALFORMED_CODE, MICRO, "").at(150, 50)),
                new BrokenEdition(
                        "a micro grid has the code of another",
                        e -> e.change("A1-12", g -> SmallEdition.coded(g, "A1-11")),
                        fact(DUPLICATE_CODE, MICRO, "A1-11").at(150, 50)),
                new BrokenEdition(
                        "a micro grid has the code of a dedicated grid",
                        e -> e.change("A1-12", g -> SmallEdition.coded(g, "AZ1")),
                        fact(DUPLICATE_CODE, DEDICATED, "AZ1").at(150, 150)),
                new BrokenEdition(
                        "two general grids have one code",
                        e -> {
                            e.change("A2", g -> SmallEdition.coded(g, "A1"));
                            micros("A2").forEach(code -> e.change(code, g -> below(g, "A1")));
                        },
                        fact(DUPLICATE_CODE, GENERAL, "A1").at(450, 150)),
                new BrokenEdition(
                        "a name is empty",
                        e -> e.change("A1-11", g -> SmallEdition.named(g, "")),
                        fact(NO_NAME, MICRO, "A1-11")),
                new BrokenEdition(
                        "a name is blank and another is null",
                        e -> {
                            e.change("A2", g -> SmallEdition.named(g, " "));
                            e.change("BZ1", g -> SmallEdition.named(g, null));
                        },
                        fact(NO_NAME, GENERAL, "A2"),
                        fact(NO_NAME, DEDICATED, "BZ1")),
                new BrokenEdition(
                        "three micro grids of a general grid have one name, as one of another has",
                        e ->
                                Stream.of("A1-11", "A1-12", "A1-13", "A2-11")
                                        .forEach(
                                                code ->
                                                        e.change(
                                                                code,
                                                                g -> SmallEdition.named(g, "东"))),
                        fact(DUPLICATE_NAME, MICRO, "A1-12"),
                        fact(DUPLICATE_NAME, MICRO, "A1-13")),
                new BrokenEdition(
                        "no parent is named, of a community neither",
                        e -> {
                            e.change("A1-11", g -> below(g, ""));
                            e.change("B", g -> below(g, null));
                        },
                        fact(NO_PARENT, MICRO, "A1-11"),
                        fact(NO_PARENT, COMMUNITY, "B")),
                new BrokenEdition(
                        "a parent that is not there",
                        e -> e.change("A1-11", g -> below(g, "A9")),
                        fact(ORPHAN, MICRO, "A1-11")),
                new BrokenEdition(
                        "parents of the wrong level",
                        e -> {
                            e.change("A1-11", g -> below(g, "A"));
                            e.change("BZ1", g -> below(g, "B1"));
                        },
                        fact(ORPHAN, MICRO, "A1-11"),
                        fact(ORPHAN, DEDICATED, "BZ1")),
                new BrokenEdition(
                        "households beyond the norm",
                        e -> {
                            e.change("A1-11", g -> housing(g, 29));
                            e.change("A1-12", g -> housing(g, 30));
                            e.change("A1-13", g -> housing(g, 100));
                            e.change("A1-21", g -> housing(g, 101));
                            e.change("A1", g -> housing(g, 299));
                            e.change("A2", g -> housing(g, 501));
                            e.change("A", g -> housing(g, 0));
                            e.change("AZ1", g -> housing(g, 0));
                        },
                        count(HOUSEHOLDS, MICRO, "A1-11", 29),
                        count(HOUSEHOLDS, MICRO, "A1-21", 101),
                        count(HOUSEHOLDS, GENERAL, "A1", 299),
                        count(HOUSEHOLDS, GENERAL, "A2", 501)));
    }

    private static List<BrokenEdition> shapes() {
        return List.of(
                new BrokenEdition(
                        "a micro grid has no polygon",
                        e -> e.reshape("A1-32", s -> Wgs84.FACTORY.createMultiPolygon()),
                        fact(EMPTY_GEOMETRY, MICRO, "A1-32"),
                        ground(GAP, MICRO, "A1-22 A1-31 A1-33 B1-12 B1-13", 10_000, 100)),
                new BrokenEdition(
                        "a general grid has no polygon",
                        e -> e.reshape("A2", s -> null),
                        fact(EMPTY_GEOMETRY, GENERAL, "A2"),
                        ground(PARENT_NOT_FILLED, COMMUNITY, "A", 90_000, 300)),
                new BrokenEdition(
                        "a ring crosses itself like a bow tie",
                        e -> e.reshape("A1-11", s -> polygon(0, 0, 100, 0, 0, 100, 100, 100)),
                        ground(INVALID_GEOMETRY, MICRO, "A1-11", 5_000, 41.42).at(50, 50),
                        ground(PARENT_NOT_FILLED, GENERAL, "A1", 2_500, 41.42),
                        ground(PARENT_NOT_FILLED, GENERAL, "A1", 2_500, 41.42)),
                new BrokenEdition(
                        "a spike without width",
                        e ->
                                e.reshape(
                                        "A1-11",
                                        s ->
                                                polygon(
                                                        0, 0, 100, 0, 150, 0, 100, 0, 100, 100, 0,
                                                        100)),
                        ground(INVALID_GEOMETRY, MICRO, "A1-11", 10_000, 100)),
                new BrokenEdition(
                        "a hole that reaches outside",
                        e ->
                                e.reshape(
                                        "A1-32",
                                        s ->
                                                withHole(
                                                        s,
                                                        SmallEdition.ring(
                                                                120, 180, 180, 180, 180, 220, 120,
                                                                220))),
                        ground(INVALID_GEOMETRY, MICRO, "A1-32", 8_800, 80),
                        ground(GAP, MICRO, "A1-22 A1-32", 1_200, 20)),
                new BrokenEdition(
                        "all of a ring is one line",
                        e -> e.reshape("A1-32", s -> polygon(100, 200, 200, 200, 150, 200)),
                        fact(INVALID_GEOMETRY, MICRO, "A1-32"),
                        ground(GAP, MICRO, "A1-22 A1-31 A1-33 B1-12 B1-13", 10_000, 100)),
                new BrokenEdition(
                        "a polygon far from the earth",
                        e -> e.reshape("A1-32", s -> farFromTheEarth()),
                        fact(INVALID_GEOMETRY, MICRO, "A1-32"),
                        ground(GAP, MICRO, "A1-22 A1-31 A1-33 B1-12 B1-13", 10_000, 100)),
                new BrokenEdition(
                        "a corner of a micro grid belongs to another",
                        e -> {
                            e.reshape("A1-11", s -> minus(s, box(0, 80, 20, 100)));
                            e.reshape("A1-33", s -> plus(s, box(0, 80, 20, 100)));
                        },
                        count(SEPARATE_PARTS, MICRO, "A1-33", 2).at(10, 90)),
                new BrokenEdition(
                        "two parts that meet at a corner only",
                        e -> {
                            e.reshape("A1-11", s -> minus(s, box(80, 80, 100, 100)));
                            e.reshape("A1-22", s -> plus(s, box(80, 80, 100, 100)));
                        },
                        count(SEPARATE_PARTS, MICRO, "A1-22", 2).at(90, 90)));
    }

    private static List<BrokenEdition> gaps() {
        return List.of(
                new BrokenEdition(
                        "a strip of 3 m between micro grids",
                        e -> e.reshape("A1-21", s -> minus(s, box(97, 50, 110, 250))),
                        ground(GAP, MICRO, "A1-11 A1-21 A1-22 A1-31", 300, 3)),
                new BrokenEdition(
                        "a strip of 30 cm between micro grids",
                        e -> e.reshape("A1-21", s -> minus(s, box(99.7, 50, 110, 250))),
                        ground(GAP_SLIVER, MICRO, "A1-11 A1-21 A1-22 A1-31", 30, 0.3)),
                new BrokenEdition(
                        "an enclosed micro grid is missing",
                        e -> e.remove("A1-32"),
                        ground(GAP, MICRO, "A1-22 A1-31 A1-33 B1-12 B1-13", 10_000, 100)
                                .at(150, 250)),
                new BrokenEdition(
                        "two micro grids of two general grids are missing side by side",
                        e -> e.remove("A1-23", "A2-21"),
                        ground(GAP, MICRO, "A1-13 A1-22 A1-33 A2-11 A2-22 A2-31", 20_000, 100)),
                new BrokenEdition(
                        "two micro grids are missing that meet at a corner",
                        e -> e.remove("A1-23", "A2-31"),
                        ground(GAP, MICRO, "A1-13 A1-22 A1-33 A2-21", 10_000, 100),
                        ground(GAP, MICRO, "A1-33 A2-21 A2-32 B2-11 B2-12", 10_000, 100)),
                new BrokenEdition(
                        "a micro grid at the rim is missing",
                        e -> e.remove("A1-12"),
                        ground(PARENT_NOT_FILLED, GENERAL, "A1", 10_000, 100)),
                new BrokenEdition(
                        "a strip of 30 cm at the rim",
                        e -> e.reshape("A1-12", s -> minus(s, box(50, -1, 250, 0.3))),
                        ground(PARENT_NOT_FILLED_SLIVER, GENERAL, "A1", 30, 0.3)),
                new BrokenEdition(
                        "a general grid at the rim has no micro grids",
                        e -> micros("B2").forEach(e::remove),
                        ground(PARENT_NOT_FILLED, GENERAL, "B2", 350 * 300 - 5_000, 300)),
                new BrokenEdition(
                        "two general grids have no micro grids",
                        e ->
                                Stream.of("A2", "B2")
                                        .flatMap(BrokenEditions::micros)
                                        .forEach(e::remove),
                        ground(
                                PARENT_NOT_FILLED,
                                GENERAL,
                                "B2 A2",
                                350 * 300 - 5_000 + 90_000,
                                308.3)),
                new BrokenEdition(
                        "there are no micro grids",
                        e -> e.grids().removeIf(g -> g.level() == MICRO),
                        ground(
                                PARENT_NOT_FILLED,
                                GENERAL,
                                "B2 A2 A1 B1",
                                360_000 - 1_600 - 10_000,
                                420.2)),
                new BrokenEdition(
                        "there are no general grids",
                        e -> e.grids().removeIf(g -> g.level() == GENERAL),
                        Stream.concat(
                                        Stream.of(
                                                ground(
                                                        PARENT_NOT_FILLED,
                                                        COMMUNITY,
                                                        "A B",
                                                        360_000,
                                                        600)),
                                        Stream.of("A1", "A2", "B1", "B2")
                                                .flatMap(BrokenEditions::orphans))
                                .toArray(Expected[]::new)),
                new BrokenEdition(
                        "a general grid is missing",
                        e -> e.remove("A2"),
                        Stream.concat(
                                        Stream.of(
                                                ground(
                                                        PARENT_NOT_FILLED,
                                                        COMMUNITY,
                                                        "A",
                                                        90_000,
                                                        300)),
                                        orphans("A2"))
                                .toArray(Expected[]::new)),
                new BrokenEdition(
                        "a general grid has a hole",
                        e -> e.reshape("A1", s -> minus(s, box(140, 40, 160, 60))),
                        ground(GAP, GENERAL, "A1", 400, 20),
                        ground(OUTSIDE_PARENT, MICRO, "A1-12", 400, 20)),
                new BrokenEdition(
                        "a hole between two communities",
                        e -> {
                            e.reshape("A", s -> minus(s, box(100, 290, 120, 310)));
                            e.reshape("B", s -> minus(s, box(100, 290, 120, 310)));
                        },
                        ground(GAP, COMMUNITY, "A B", 400, 20),
                        ground(OUTSIDE_PARENT, GENERAL, "A1", 200, 10),
                        ground(OUTSIDE_PARENT, GENERAL, "B1", 200, 10)),
                new BrokenEdition(
                        "a strip of 30 cm between two communities that closes at its ends",
                        e -> e.reshape("A", s -> minus(s, box(100, 299.7, 500, 301))),
                        ground(GAP_SLIVER, COMMUNITY, "A B", 120, 0.3),
                        ground(OUTSIDE_PARENT_SLIVER, GENERAL, "A1", 60, 0.3),
                        ground(OUTSIDE_PARENT_SLIVER, GENERAL, "A2", 60, 0.3)),
                new BrokenEdition(
                        "a community reaches 10 m beyond its general grids",
                        e -> e.reshape("A", s -> plus(s, box(0, -10, 600, 10))),
                        ground(PARENT_NOT_FILLED, COMMUNITY, "A", 6_000, 10)),
                new BrokenEdition(
                        "a community is missing",
                        e -> e.remove("B"),
                        fact(ORPHAN, GENERAL, "B1"),
                        fact(ORPHAN, GENERAL, "B2"),
                        fact(ORPHAN, DEDICATED, "BZ1")));
    }

    private static List<BrokenEdition> overlaps() {
        return List.of(
                new BrokenEdition(
                        "two micro grids overlap by 3 m",
                        e -> e.reshape("A1-21", s -> plus(s, box(90, 100, 103, 200))),
                        ground(OVERLAP, MICRO, "A1-21 A1-22", 300, 3)),
                new BrokenEdition(
                        "two micro grids overlap by 30 cm",
                        e -> e.reshape("A1-21", s -> plus(s, box(90, 100, 100.3, 200))),
                        ground(OVERLAP_SLIVER, MICRO, "A1-21 A1-22", 30, 0.3)),
                new BrokenEdition(
                        "two micro grids overlap at two places",
                        e ->
                                e.reshape(
                                        "A1-12",
                                        s ->
                                                plus(
                                                        plus(s, box(105, 90, 115, 105)),
                                                        box(180, 90, 190, 105))),
                        ground(OVERLAP, MICRO, "A1-12 A1-22", 50, 5),
                        ground(OVERLAP, MICRO, "A1-12 A1-22", 50, 5)),
                new BrokenEdition(
                        "a micro grid is there twice",
                        e -> e.grids().add(e.grid("A1-11")),
                        fact(DUPLICATE_CODE, MICRO, "A1-11"),
                        fact(DUPLICATE_NAME, MICRO, "A1-11"),
                        ground(OVERLAP, MICRO, "A1-11 A1-11", 10_000, 100)),
                new BrokenEdition(
                        "a micro grid reaches into another community",
                        e -> e.reshape("A1-32", s -> plus(s, box(100, 290, 200, 303))),
                        ground(OVERLAP, MICRO, "A1-32 B1-12", 200, 3),
                        ground(OVERLAP, MICRO, "A1-32 B1-13", 100, 3),
                        ground(OUTSIDE_PARENT, MICRO, "A1-32", 300, 3)),
                new BrokenEdition(
                        "a micro grid was moved by 3 m",
                        e ->
                                e.reshape(
                                        "B2-12",
                                        s ->
                                                box(
                                                        250 + 350 / 3.0 + 3,
                                                        300,
                                                        250 + 700 / 3.0 + 3,
                                                        400)),
                        ground(GAP, MICRO, "A2-31 B2-11 B2-12 B2-22", 300, 3),
                        ground(OVERLAP, MICRO, "B2-12 B2-13", 300, 3)),
                new BrokenEdition(
                        "two general grids overlap, and so do their micro grids",
                        e -> {
                            e.reshape("A1", s -> plus(s, box(290, 0, 305, 300)));
                            for (int row = 1; row <= 3; row++) {
                                int south = 100 * (row - 1);
                                e.reshape(
                                        "A1-" + row + "3",
                                        s -> plus(s, box(290, south, 305, south + 100)));
                            }
                        },
                        ground(OVERLAP, GENERAL, "A1 A2", 1_500, 5),
                        ground(OVERLAP, MICRO, "A1-13 A2-11", 500, 5),
                        ground(OVERLAP, MICRO, "A1-23 A2-21", 500, 5),
                        ground(OVERLAP, MICRO, "A1-33 A2-31", 500, 5)),
                new BrokenEdition(
                        "two communities overlap",
                        e -> e.reshape("A", s -> plus(s, box(0, 290, 600, 305))),
                        ground(OVERLAP, COMMUNITY, "A B", 3_000, 5)),
                new BrokenEdition(
                        "two dedicated grids overlap",
                        e -> e.put("BZ2", DEDICATED, "B", null, box(290, 450, 350, 470)),
                        ground(OVERLAP, DEDICATED, "BZ1 BZ2", 200, 10)));
    }

    private static List<BrokenEdition> parents() {
        return List.of(
                new BrokenEdition(
                        "a micro grid says that it belongs to the next general grid",
                        e -> e.change("A1-12", g -> below(g, "A2")),
                        ground(OUTSIDE_PARENT, MICRO, "A1-12", 10_000, 100)),
                new BrokenEdition(
                        "a general grid lies in another community than it says",
                        e -> e.change("A2", g -> below(g, "B")),
                        ground(OUTSIDE_PARENT, GENERAL, "A2", 90_000, 300)),
                new BrokenEdition(
                        "the boundary between two general grids is 50 cm off",
                        e -> {
                            e.reshape("A1", s -> box(0, 0, 300.5, 300));
                            e.reshape("A2", s -> box(300.5, 0, 600, 300));
                        },
                        ground(OUTSIDE_PARENT_SLIVER, MICRO, "A2-11", 50, 0.5),
                        ground(OUTSIDE_PARENT_SLIVER, MICRO, "A2-21", 50, 0.5),
                        ground(OUTSIDE_PARENT_SLIVER, MICRO, "A2-31", 50, 0.5)),
                new BrokenEdition(
                        "a micro grid leaves the district",
                        e -> e.reshape("A1-12", s -> plus(s, box(110, -5, 120, 5))),
                        ground(OUTSIDE_PARENT, MICRO, "A1-12", 50, 5)),
                new BrokenEdition(
                        "a micro grid leaves its parent at two places",
                        e ->
                                e.reshape(
                                        "A1-12",
                                        s ->
                                                plus(
                                                        plus(s, box(110, -5, 120, 5)),
                                                        box(140, -2, 150, 5))),
                        ground(OUTSIDE_PARENT, MICRO, "A1-12", 70, 5).at(115, -2.5)));
    }

    private static List<BrokenEdition> dedicated() {
        return List.of(
                new BrokenEdition(
                        "a dedicated grid reaches into another community",
                        e -> e.reshape("BZ1", s -> plus(s, box(200, 290, 300, 410))),
                        ground(ACROSS_COMMUNITIES, DEDICATED, "BZ1 A", 1_000, 10)),
                new BrokenEdition(
                        "a dedicated grid leaves the district",
                        e -> e.put("AZ2", DEDICATED, "A", null, box(400, -10, 420, 20)),
                        ground(OUTSIDE_PARENT, DEDICATED, "AZ2", 200, 10)),
                new BrokenEdition(
                        "a dedicated grid lies in another community than it says",
                        e -> e.change("BZ1", g -> below(g, "A")),
                        ground(OUTSIDE_PARENT, DEDICATED, "BZ1", 10_000, 100)),
                new BrokenEdition(
                        "the dedicated grid of a hole is missing",
                        e -> e.remove("AZ1"),
                        ground(GAP, MICRO, "A1-22", 1_600, 40).at(150, 150)),
                new BrokenEdition(
                        "a dedicated grid is smaller than its hole",
                        e -> e.reshape("AZ1", s -> minus(s, box(120, 120, 135, 180))),
                        ground(GAP, MICRO, "A1-22", 200, 5)),
                new BrokenEdition(
                        "a hole is two dedicated grids, with no common vertices",
                        e -> {
                            e.reshape("AZ1", s -> box(130, 130, 150, 170));
                            e.put("AZ2", DEDICATED, "A", null, box(150, 130, 170, 170));
                        }));
    }

    private static Stream<String> micros(String general) {
        return IntStream.range(0, 9).mapToObj(i -> general + "-" + (i / 3 + 1) + (i % 3 + 1));
    }

    private static Stream<Expected> orphans(String general) {
        return micros(general).map(code -> fact(ORPHAN, MICRO, code));
    }

    private static Grid below(Grid grid, String parent) {
        return SmallEdition.below(grid, parent);
    }

    private static Grid housing(Grid grid, Integer households) {
        return SmallEdition.housing(grid, households);
    }

    private static MultiPolygon withHole(MultiPolygon shape, LinearRing hole) {
        LinearRing shell = ((Polygon) shape.getGeometryN(0)).getExteriorRing();
        Polygon holed = Wgs84.FACTORY.createPolygon(shell, new LinearRing[] {hole});
        return Wgs84.FACTORY.createMultiPolygon(new Polygon[] {holed});
    }

    private static MultiPolygon farFromTheEarth() {
        return Wgs84.FACTORY.createMultiPolygon(
                new Polygon[] {
                    (Polygon) Wgs84.FACTORY.toGeometry(new Envelope(500, 501, 1e300, 1e301))
                });
    }
}
