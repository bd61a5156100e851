package org.weiwang.grid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/** Whatever becomes of grids, all that is wrong with them is told. */
class MutatedGridsPropertyTest {
    /** From a step of the lattice to beyond the earth, in degrees. */
    private static final double[] DISTANCES = {0x1p-30, 1e-7, 1e-5, 1e-3, 1e-1, 10, 400, 1e300};

    @Property(tries = 200)
    void everyMutationIsChecked(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Grid> grids = new ArrayList<>(new SmallEdition().grids());
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            mutate(grids, random);
        }
        List<Finding> findings = CoverageCheck.check(grids);
        assertThat(findings).isEqualTo(CoverageCheck.check(grids));
        assertThat(findings).isSortedAccordingTo(Order.OF_FINDINGS);
        for (Finding finding : findings) {
            assertThat(finding.area() == null).isEqualTo(finding.width() == null);
            assertThat(finding.area() == null).isEqualTo(finding.squareMetres() == null);
            if (finding.area() != null) {
                assertThat(finding.width()).isGreaterThanOrEqualTo(Measure.NARROWEST);
                assertThat(finding.at()).as("%s", finding).isNotNull();
            }
        }
    }

    private static void mutate(List<Grid> grids, SplittableRandom random) {
        int which = random.nextInt(grids.size());
        Grid grid = grids.get(which);
        Grid other = grids.get(random.nextInt(grids.size()));
        switch (random.nextInt(9)) {
            case 0 -> grids.remove(which);
            case 1 -> grids.add(grid);
            case 2 -> grids.set(which, SmallEdition.coded(grid, other.code()));
            case 3 -> grids.set(which, SmallEdition.below(grid, text(other.code(), random)));
            case 4 -> grids.set(which, SmallEdition.coded(grid, text(grid.code(), random)));
            case 5 -> grids.removeIf(each -> each.level() == grid.level());
            case 6 -> grids.set(which, grid.withOutline(other.geometry()));
            case 7 -> Collections.swap(grids, which, grids.indexOf(other));
            default -> grids.set(which, grid.withOutline(bent(grid, random)));
        }
        if (grids.isEmpty()) {
            grids.add(new Grid(null, Level.MICRO, null, null, null, -1, null));
        }
    }

    private static String text(String text, SplittableRandom random) {
        String[] texts = {null, "", " ", "\u0000", "格", text + text, text};
        return texts[random.nextInt(texts.length)];
    }

    private static MultiPolygon bent(Grid grid, SplittableRandom random) {
        if (grid.geometry() == null || random.nextInt(20) == 0) {
            return null;
        }
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < grid.geometry().getNumGeometries(); i++) {
            Polygon part = (Polygon) grid.geometry().getGeometryN(i);
            List<LinearRing> holes = new ArrayList<>();
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                holes.add(bent(part.getInteriorRingN(hole), random));
            }
            if (random.nextInt(4) == 0) {
                holes.add(bent(part.getExteriorRing(), random));
            }
            LinearRing shell = bent(part.getExteriorRing(), random);
            Polygon bent =
                    shell.isEmpty()
                            ? Wgs84.FACTORY.createPolygon()
                            : Wgs84.FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
            parts.add(bent);
            if (random.nextInt(4) == 0) {
                parts.add(bent);
            }
        }
        return Wgs84.FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    /** Some vertices moved, doubled, exchanged or left out. */
    private static LinearRing bent(LinearRing ring, SplittableRandom random) {
        double distance = DISTANCES[random.nextInt(DISTANCES.length)];
        List<Coordinate> bent = new ArrayList<>();
        for (int i = 0; i < ring.getNumPoints() - 1; i++) {
            Coordinate vertex = ring.getCoordinateN(i);
            switch (random.nextInt(8)) {
                case 0 -> bent.add(moved(vertex, distance, random));
                case 1 -> bent.addAll(List.of(vertex, vertex));
                case 2 -> bent.add(random.nextInt(bent.size() + 1), vertex);
                case 3 -> bent.addAll(List.of(vertex, moved(vertex, distance, random), vertex));
                default -> bent.add(vertex);
            }
        }
        if (random.nextInt(6) == 0) {
            bent.removeIf(vertex -> random.nextInt(3) > 0);
        }
        if (bent.isEmpty()) {
            return Wgs84.FACTORY.createLinearRing();
        }
        while (bent.size() < 3) {
            bent.add(bent.get(0));
        }
        bent.add(bent.get(0));
        return Wgs84.FACTORY.createLinearRing(bent.toArray(Coordinate[]::new));
    }

    private static Coordinate moved(Coordinate from, double distance, SplittableRandom random) {
        return new Coordinate(
                Lattice.snap(from.x + distance * random.nextDouble(-1, 1)),
                Lattice.snap(from.y + distance * random.nextDouble(-1, 1)));
    }
}
