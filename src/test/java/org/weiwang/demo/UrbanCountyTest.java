package org.weiwang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.demo.division.Division;
import org.weiwang.demo.division.GridShapes;
import org.weiwang.demo.life.Address;
import org.weiwang.demo.life.Ground;

/** A county that is town all over: 青羊区. */
class UrbanCountyTest {
    private static DemoCounty county;
    private static Ground ground;
    private static Division division;
    private static GridShapes shapes;
    private static GridLevels levels;

    @BeforeAll
    static void generate() throws Exception {
        county = DemoCounty.generate("510105", 1);
        ground = county.ground();
        division = ground.division();
        shapes = ground.shapes();
        levels = new GridLevels(division, shapes);
    }

    @Test
    void hasItsShareOfTheCitysGrids() {
        assertThat(shapes.communities()).hasSize(ground.district().counts().community());
        assertThat(shapes.generals()).hasSize(ground.district().counts().general());
        assertThat(shapes.micros()).hasSize(ground.district().counts().micro());
        assertThat(shapes.dedicated()).hasSize(ground.district().counts().dedicated());
    }

    @Test
    void codesAreUniqueAndCarryTheCommunitysSoThatNoOtherCountyHasThem() {
        Set<String> communities = new HashSet<>();
        ground.district()
                .towns()
                .forEach(town -> town.communities().forEach(c -> communities.add(c.code())));
        Set<String> codes = new HashSet<>();
        for (String code : levels.codes()) {
            assertThat(codes.add(code)).as(code).isTrue();
            assertThat(communities).contains(code.substring(0, 12));
        }
    }

    @Test
    void everyLevelIsACoverageOfValidPolygons() throws Exception {
        levels.assertCoverages();
        levels.assertCoveragesAsStored(county.crs());
        levels.assertChildrenFillTheirParents();
        assertThat(shapes.dedicated()).allMatch(Geometry::isValid);
    }

    @Test
    void fillsTheOutlineWithTown() throws Exception {
        Geometry outline = county.crs().fromWgs84(ground.district().outline());
        Geometry all = CoverageUnion.union(shapes.communities().toArray(Geometry[]::new));
        assertThat(outline.covers(all)).isTrue();
        assertThat(all.getArea()).isGreaterThan(0.93 * outline.getArea());
        for (int cell = 0; cell < ground.mesh().cellCount(); cell++) {
            assertThat(ground.mesh().site(cell).inTown()).isTrue();
        }
    }

    @Test
    void townsMeetInNeitherGapsNorSplinters() {
        for (int cell = 0; cell < ground.mesh().cellCount(); cell++) {
            Polygon shape = ground.mesh().polygon(cell);
            assertThat(shape.getArea()).isBetween(200.0, 5000.0);
        }
    }

    @Test
    void addressesAreUniqueAndLieInTheirMicroGrid() {
        Set<String> texts = new HashSet<>();
        for (Address address : county.life().housing().addresses()) {
            assertThat(texts.add(address.text())).as(address.text()).isTrue();
            assertThat(
                            SimplePointInAreaLocator.locate(
                                    address.place(), shapes.micros().get(address.micro())))
                    .as(address.text())
                    .isEqualTo(Location.INTERIOR);
        }
        for (int m = 0; m < division.micros().size(); m++) {
            assertThat(county.life().housing().households(m)).isBetween(30, 100);
        }
    }

    @Test
    void itsGroundAloneIsTheSame() throws Exception {
        List<Geometry> alone = DemoGround.generate("510105", 1).ground().shapes().micros();
        assertThat(alone).hasSameSizeAs(shapes.micros());
        for (int m = 0; m < alone.size(); m++) {
            assertThat(alone.get(m).equalsExact(shapes.micros().get(m))).isTrue();
        }
    }
}
