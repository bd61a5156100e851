package org.weiwang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.demo.division.Division;
import org.weiwang.demo.division.Division.DedicatedPart;
import org.weiwang.demo.division.GridShapes;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Lattice;

/** What holds for the grids of every generated county. */
record GridLevels(Division division, GridShapes shapes) {
    /** The codes of all grids, as often as they are given. */
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int c = 0; c < division.communities().size(); c++) {
            codes.add(division.communityCode(c));
        }
        for (int g = 0; g < division.generals().size(); g++) {
            codes.add(division.generalCode(g));
        }
        for (int m = 0; m < division.micros().size(); m++) {
            codes.add(division.microCode(m));
        }
        for (int d = 0; d < division.dedicated().size(); d++) {
            codes.add(division.dedicatedCode(d));
        }
        return codes;
    }

    /** Micro grids and the dedicated grids that are holes among them. */
    List<Geometry> finest() {
        return childrenOfGenerals().stream().flatMap(List::stream).toList();
    }

    private List<List<Geometry>> childrenOfGenerals() {
        List<List<Geometry>> children = new ArrayList<>();
        division.generals().forEach(general -> children.add(new ArrayList<>()));
        for (int m = 0; m < division.micros().size(); m++) {
            children.get(division.micros().get(m).general()).add(shapes.micros().get(m));
        }
        for (int d = 0; d < division.dedicated().size(); d++) {
            DedicatedPart part = division.dedicated().get(d);
            if (part.isHole()) {
                children.get(part.general()).add(shapes.dedicated().get(d));
            }
        }
        return children;
    }

    void assertCoverages() {
        assertCoverage(finest());
        assertCoverage(shapes.generals());
        assertCoverage(shapes.communities());
    }

    void assertCoveragesAsStored(Crs crs) throws CrsException {
        for (List<Geometry> level : List.of(finest(), shapes.generals(), shapes.communities())) {
            List<Geometry> stored = new ArrayList<>();
            for (Geometry shape : level) {
                stored.add(Lattice.snap(crs.toWgs84(shape)));
            }
            assertCoverage(stored);
        }
    }

    private static void assertCoverage(List<Geometry> level) {
        assertThat(level).allMatch(Geometry::isValid);
        assertThat(CoverageValidator.validate(level.toArray(Geometry[]::new))).containsOnlyNulls();
    }

    void assertChildrenFillTheirParents() {
        List<List<Geometry>> ofGenerals = childrenOfGenerals();
        List<List<Geometry>> ofCommunities = new ArrayList<>();
        division.communities().forEach(community -> ofCommunities.add(new ArrayList<>()));
        for (int g = 0; g < ofGenerals.size(); g++) {
            assertFilled(shapes.generals().get(g), ofGenerals.get(g));
            ofCommunities.get(division.generals().get(g).community()).add(shapes.generals().get(g));
        }
        for (int c = 0; c < ofCommunities.size(); c++) {
            assertFilled(shapes.communities().get(c), ofCommunities.get(c));
        }
    }

    private static void assertFilled(Geometry parent, List<Geometry> children) {
        Geometry union = CoverageUnion.union(children.toArray(Geometry[]::new));
        assertThat(parent.norm().equalsExact(union.norm())).isTrue();
    }
}
