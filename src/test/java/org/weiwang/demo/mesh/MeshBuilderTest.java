package org.weiwang.demo.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class MeshBuilderTest {
    private static final Geometry SQUARE =
            new GeometryFactory().toGeometry(new Envelope(0, 1000, 0, 1000));

    private static Mesh mesh(List<Site> sites, long seed) {
        return MeshBuilder.build(sites, SQUARE, new SplittableRandom(seed));
    }

    private static Geometry[] polygons(Mesh mesh) {
        Geometry[] polygons = new Geometry[mesh.cellCount()];
        for (int cell = 0; cell < polygons.length; cell++) {
            polygons[cell] = mesh.polygon(cell);
        }
        return polygons;
    }

    @Property(tries = 50)
    void bentCellsAreACoverageWithinTheOutline(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                sites.add(
                        Site.open(
                                (i + 0.1 + 0.8 * random.nextDouble()) * 80 - 300,
                                (j + 0.1 + 0.8 * random.nextDouble()) * 80 - 300));
            }
        }
        Geometry[] polygons = polygons(mesh(sites, seed));
        assertThat(polygons).hasSizeGreaterThan(60);
        assertThat(polygons).allMatch(Geometry::isValid).allMatch(SQUARE::covers);
        assertThat(CoverageValidator.validate(polygons)).containsOnlyNulls();
    }

    @Test
    void aRegularLatticeGetsStraightEdgesAndFourCellsToACrossing() {
        List<Site> sites = new ArrayList<>();
        for (int i = -2; i < 30; i++) {
            for (int j = -2; j < 30; j++) {
                sites.add(new Site(i * 40, j * 40, 0, i, j));
            }
        }
        Mesh mesh = mesh(sites, 1);
        assertThat(mesh.cellCount()).isEqualTo(24 * 24);
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            assertThat(mesh.degree(cell)).isEqualTo(4);
            assertThat(mesh.polygon(cell).getNumPoints()).isEqualTo(5);
            assertThat(mesh.polygon(cell).getArea()).isEqualTo(1600);
        }
    }

    @Test
    void keepsTheLargestOfSeveralParts() {
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 100; j++) {
                sites.add(new Site(i * 40, j * 40, 0, i, j));
            }
        }
        GeometryFactory factory = new GeometryFactory();
        Geometry two =
                factory.toGeometry(new Envelope(100, 500, 100, 500))
                        .union(factory.toGeometry(new Envelope(1000, 3000, 1000, 3000)));
        Mesh mesh = MeshBuilder.build(sites, two, new SplittableRandom(1));
        assertThat(polygons(mesh)).allMatch(cell -> cell.getEnvelopeInternal().getMinX() >= 1000);
    }
}
