package org.weiwang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.weiwang.demo.division.Division;
import org.weiwang.demo.division.Division.DedicatedPart;
import org.weiwang.demo.division.GridShapes;
import org.weiwang.demo.life.Address;
import org.weiwang.demo.life.Alias;
import org.weiwang.demo.life.Facility;
import org.weiwang.demo.life.Post;
import org.weiwang.demo.life.Road;
import org.weiwang.demo.life.RoadKind;

class DemoCountyTest {
    private static final long SEED = 1;
    private static DemoCounty county;
    private static Division division;
    private static GridShapes shapes;
    private static GridLevels levels;

    @BeforeAll
    static void generate() throws Exception {
        county = DemoCounty.generate("510131", SEED);
        division = county.ground().division();
        shapes = county.ground().shapes();
        levels = new GridLevels(division, shapes);
    }

    @Test
    void hasThePublishedNumbersOfGrids() {
        assertThat(shapes.communities()).hasSize(93);
        assertThat(shapes.generals()).hasSize(318);
        assertThat(shapes.micros()).hasSize(1774);
        assertThat(shapes.dedicated()).hasSize(147);
    }

    @Test
    void codesAreUnique() {
        Set<String> codes = new HashSet<>();
        for (String code : levels.codes()) {
            assertThat(codes.add(code)).as(code).isTrue();
        }
    }

    @Test
    void aliasesAreOfPlacesThatAddressesNameAndNoneOfTheirNames() {
        List<Alias> aliases = county.life().aliases();
        List<String> addresses =
                county.life().housing().addresses().stream().map(Address::text).toList();
        assertThat(aliases).extracting(Alias::kind).contains("道路", "小区");
        assertThat(aliases).extracting(Alias::alias).doesNotHaveDuplicates();
        for (Alias alias : aliases) {
            assertThat(addresses).as(alias.name()).anyMatch(text -> text.contains(alias.name()));
            assertThat(addresses).as(alias.alias()).noneMatch(text -> text.contains(alias.alias()));
        }
    }

    @Test
    void everyLevelIsACoverageOfValidPolygons() {
        levels.assertCoverages();
        assertThat(shapes.dedicated()).allMatch(Geometry::isValid);
    }

    @Test
    void everyLevelIsStillACoverageAfterImport() throws Exception {
        levels.assertCoveragesAsStored(county.crs());
    }

    @Test
    void childrenFillTheirParentVertexByVertex() {
        levels.assertChildrenFillTheirParents();
    }

    @Test
    void liesInTheRealOutline() throws Exception {
        Geometry outline = county.crs().fromWgs84(county.ground().district().outline());
        Geometry all = CoverageUnion.union(shapes.communities().toArray(Geometry[]::new));
        assertThat(outline.covers(all)).isTrue();
        assertThat(all.getArea()).isGreaterThan(0.93 * outline.getArea());
    }

    @Test
    void verticesAreFarEnoughApartToSurviveReprojection() {
        for (Geometry shape : levels.finest()) {
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                Coordinate[] ring =
                        ((Polygon) shape.getGeometryN(i)).getExteriorRing().getCoordinates();
                for (int j = 1; j < ring.length; j++) {
                    assertThat(ring[j].distance(ring[j - 1])).isGreaterThan(0.5);
                }
            }
        }
    }

    @Test
    void thereAreEnclavesGridsOfSeveralPartsAndDedicatedGridsOfBothSorts() {
        assertThat(shapes.micros()).anyMatch(shape -> shape.getNumGeometries() > 1);
        assertThat(shapes.communities()).anyMatch(shape -> shape.getNumGeometries() > 1);
        Set<Polygon> shells = new HashSet<>();
        shapes.micros().forEach(shape -> shells.add(shellOf(shape)));
        assertThat(shapes.micros())
                .anyMatch(shape -> holesOf(shape).stream().anyMatch(shells::contains));
        assertThat(division.dedicated()).anyMatch(DedicatedPart::isHole);
        assertThat(division.dedicated()).anyMatch(part -> !part.isHole());
    }

    private static Polygon shellOf(Geometry shape) {
        Polygon first = (Polygon) shape.getGeometryN(0);
        return (Polygon) first.getFactory().createPolygon(first.getExteriorRing()).norm();
    }

    private static List<Polygon> holesOf(Geometry shape) {
        List<Polygon> holes = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon part = (Polygon) shape.getGeometryN(i);
            for (int j = 0; j < part.getNumInteriorRing(); j++) {
                holes.add(
                        (Polygon) part.getFactory().createPolygon(part.getInteriorRingN(j)).norm());
            }
        }
        return holes;
    }

    @Test
    void dedicatedGridsOverMicroGridsStayInTheirCommunity() {
        for (int d = 0; d < division.dedicated().size(); d++) {
            Geometry community = shapes.communities().get(division.dedicated().get(d).community());
            assertThat(community.covers(shapes.dedicated().get(d))).isTrue();
        }
    }

    @Test
    void townsAreInOnePieceButForExclaves() {
        Map<Integer, List<Geometry>> towns = new HashMap<>();
        for (int c = 0; c < division.communities().size(); c++) {
            towns.computeIfAbsent(division.communities().get(c).town(), t -> new ArrayList<>())
                    .add(shapes.communities().get(c));
        }
        assertThat(towns).hasSize(8);
        for (List<Geometry> communities : towns.values()) {
            Geometry town = CoverageUnion.union(communities.toArray(Geometry[]::new));
            assertThat(town.getGeometryType()).isEqualTo("Polygon");
        }
    }

    @Test
    void microGridsHoldThirtyToAHundredHouseholds() {
        int sum = 0;
        for (int m = 0; m < division.micros().size(); m++) {
            assertThat(county.life().housing().households(m)).isBetween(30, 100);
            sum += county.life().housing().households(m);
        }
        assertThat(sum / division.generals().size()).isBetween(300, 500);
    }

    @Test
    void addressesAreUniqueAndLieInTheMicroGridThatCountsThem() {
        Set<String> texts = new HashSet<>();
        int[] households = new int[division.micros().size()];
        Map<Integer, IndexedPointInAreaLocator> locators = new HashMap<>();
        for (Address address : county.life().housing().addresses()) {
            assertThat(texts.add(address.text())).as(address.text()).isTrue();
            households[address.micro()] += address.households();
            IndexedPointInAreaLocator locator =
                    locators.computeIfAbsent(
                            address.micro(),
                            m -> new IndexedPointInAreaLocator(shapes.micros().get(m)));
            assertThat(locator.locate(address.place()))
                    .as(address.text())
                    .isEqualTo(Location.INTERIOR);
        }
        for (int m = 0; m < households.length; m++) {
            assertThat(households[m]).isEqualTo(county.life().housing().households(m));
        }
    }

    @Test
    void addressesLieAlongRoads() {
        STRtree roads = new STRtree();
        county.life().roads().forEach(r -> roads.insert(r.line().getEnvelopeInternal(), r.line()));
        GeometryFactory factory = new GeometryFactory();
        for (Address address : county.life().housing().addresses()) {
            Point place = factory.createPoint(address.place());
            Envelope near = new Envelope(address.place());
            near.expandBy(60);
            List<?> lines = roads.query(near);
            assertThat(lines)
                    .as(address.text())
                    .anyMatch(line -> ((LineString) line).isWithinDistance(place, 60));
        }
    }

    @Test
    void roadsAreOneNetwork() {
        Map<Coordinate, Set<Coordinate>> neighbours = new HashMap<>();
        for (Road road : county.life().roads()) {
            Coordinate start = road.line().getCoordinateN(0);
            Coordinate end = road.line().getCoordinateN(road.line().getNumPoints() - 1);
            neighbours.computeIfAbsent(start, at -> new TreeSet<>()).add(end);
            neighbours.computeIfAbsent(end, at -> new TreeSet<>()).add(start);
        }
        List<Coordinate> reached = new ArrayList<>(List.of(neighbours.keySet().iterator().next()));
        Set<Coordinate> seen = new HashSet<>(reached);
        for (int i = 0; i < reached.size(); i++) {
            neighbours.get(reached.get(i)).stream().filter(seen::add).forEach(reached::add);
        }
        assertThat(reached).hasSameSizeAs(neighbours.keySet());
    }

    @Test
    void someBridgesCrossMainRoads() {
        List<Road> bridges = county.life().roads().stream().filter(r -> r.level() == 1).toList();
        assertThat(bridges).hasSizeGreaterThan(5);
        for (Road bridge : bridges) {
            assertThat(county.life().roads())
                    .anyMatch(
                            road ->
                                    road.kind() == RoadKind.MAIN
                                            && road.line().crosses(bridge.line()));
        }
    }

    @Test
    void schoolsHospitalsAndMarketsAreFacilitiesToo() {
        Map<String, Facility> byName = new HashMap<>();
        county.life().facilities().facilities().forEach(f -> byName.put(f.name(), f));
        GeometryFactory factory = new GeometryFactory();
        for (int d = 0; d < division.dedicated().size(); d++) {
            var facts = county.life().facilities().dedicated().get(d);
            if (Set.of("学校", "医院", "市场").contains(facts.kind())) {
                Point place = factory.createPoint(byName.get(facts.name()).place());
                assertThat(shapes.dedicated().get(d).contains(place)).as(facts.name()).isTrue();
            }
        }
    }

    @Test
    void aboutTwoAndAHalfToThreePostsServeAMicroGrid() {
        Set<String> micros = new HashSet<>();
        for (int m = 0; m < division.micros().size(); m++) {
            micros.add(division.microCode(m));
        }
        long posts =
                county.life().posts().stream().map(Post::grid).filter(micros::contains).count();
        assertThat((double) posts / micros.size()).isBetween(2.5, 3.0);
    }

    /** In 30 general grids: ten boundaries moved, ten pairs joined, ten micro grids divided. */
    @Test
    void aYearLaterSomeMicroGridsAreOthersInTheSameGeneralGrids() throws Exception {
        DemoCounty later = county.redrawn(30, SEED);
        GridShapes redrawn = later.ground().shapes();
        assertThat(redrawn.generals()).isEqualTo(shapes.generals());
        GridLevels laterLevels = new GridLevels(later.ground().division(), redrawn);
        laterLevels.assertCoverages();
        laterLevels.assertCoveragesAsStored(later.crs());
        laterLevels.assertChildrenFillTheirParents();
        Map<String, Geometry> before = microsByCode(county);
        Map<String, Geometry> after = microsByCode(later);
        assertThat(after.keySet()).filteredOn(code -> !before.containsKey(code)).hasSize(10);
        assertThat(before.keySet()).filteredOn(code -> !after.containsKey(code)).hasSize(10);
        assertThat(before.keySet())
                .filteredOn(after::containsKey)
                .filteredOn(code -> !before.get(code).equals(after.get(code)))
                .hasSize(40);
        assertThat(microsByCode(county.redrawn(30, SEED))).isEqualTo(after);
    }

    @Test
    void aYearLaterEverythingIsWhereItWasAndIsCountedWhereItIs() {
        DemoCounty later = county.redrawn(30, SEED);
        List<Address> before = county.life().housing().addresses();
        List<Address> after = later.life().housing().addresses();
        int[] households = new int[later.ground().division().micros().size()];
        for (int i = 0; i < after.size(); i++) {
            Address address = after.get(i);
            assertThat(address.text()).isEqualTo(before.get(i).text());
            assertThat(address.place()).isEqualTo(before.get(i).place());
            Geometry micro = later.ground().shapes().micros().get(address.micro());
            assertThat(SimplePointInAreaLocator.locate(address.place(), micro))
                    .as(address.text())
                    .isNotEqualTo(Location.EXTERIOR);
            households[address.micro()] += address.households();
        }
        assertThat(after).hasSameSizeAs(before);
        Set<String> micros = microsByCode(later).keySet();
        Set<String> served = new HashSet<>();
        later.life().posts().forEach(post -> served.add(post.grid()));
        assertThat(served).containsAll(micros).doesNotContainAnyElementsOf(removed(micros));
        for (int m = 0; m < households.length; m++) {
            assertThat(households[m]).isEqualTo(later.life().housing().households(m));
        }
    }

    private static Set<String> removed(Set<String> later) {
        Set<String> removed = new HashSet<>(microsByCode(county).keySet());
        removed.removeAll(later);
        return removed;
    }

    private static Map<String, Geometry> microsByCode(DemoCounty of) {
        Map<String, Geometry> micros = new HashMap<>();
        for (int m = 0; m < of.ground().division().micros().size(); m++) {
            micros.put(of.ground().division().microCode(m), of.ground().shapes().micros().get(m));
        }
        return micros;
    }

    @Test
    void writesTheCommittedFiles(@TempDir Path folder) throws Exception {
        county.write(folder);
        assertThat(names(folder)).isEqualTo(names(Path.of("shapefiles/510131")));
        for (String name : names(folder)) {
            assertThat(Files.mismatch(folder.resolve(name), Path.of("shapefiles/510131", name)))
                    .as(name)
                    .isEqualTo(-1);
        }
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
