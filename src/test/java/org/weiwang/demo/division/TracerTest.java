package org.weiwang.demo.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.weiwang.demo.mesh.Mesh;
import org.weiwang.demo.mesh.MeshBuilder;
import org.weiwang.demo.mesh.Site;

/** Sets of squares of 40 m, drawn as they lie, north above. */
class TracerTest {
    private static Mesh mesh(int size) {
        List<Site> sites = new ArrayList<>();
        for (int i = -2; i < size + 2; i++) {
            for (int j = -2; j < size + 2; j++) {
                sites.add(new Site(i * 40 + 20, j * 40 + 20, 0, i, j));
            }
        }
        Envelope box = new Envelope(0, size * 40, 0, size * 40);
        Geometry square = new GeometryFactory().toGeometry(box);
        return MeshBuilder.build(sites, square, new SplittableRandom(1));
    }

    private static Geometry outline(String... rows) {
        Mesh mesh = mesh(rows.length);
        int[] owner = new int[mesh.cellCount()];
        for (int cell = 0; cell < owner.length; cell++) {
            Site site = mesh.site(cell);
            char mark = rows[rows.length - 1 - site.row()].charAt(site.column());
            owner[cell] = mark == '#' ? 0 : -1;
        }
        return new Tracer(mesh).outlines(owner, 1).get(0);
    }

    @Test
    void aBlockIsAPolygonThatKeepsTheNodesOnItsEdges() {
        Geometry outline = outline("....", ".##.", ".##.", "....");
        assertThat(outline.getGeometryType()).isEqualTo("Polygon");
        assertThat(outline.getArea()).isEqualTo(80 * 80);
        assertThat(outline.getNumPoints()).isEqualTo(9);
    }

    @Test
    void theWholeMeshEndsAtTheOutside() {
        assertThat(outline("####", "####", "####", "####").getArea()).isEqualTo(160 * 160);
    }

    @Test
    void aHoleIsAHole() {
        Geometry outline = outline("####", "#.##", "####", "####");
        assertThat(outline.isValid()).isTrue();
        assertThat(((Polygon) outline).getNumInteriorRing()).isEqualTo(1);
        assertThat(outline.getArea()).isEqualTo(15 * 1600);
    }

    @Test
    void aHoleThatTouchesTheShellAtANodeIsValid() {
        Geometry outline = outline("###.", "##.#", "####", "####");
        assertThat(outline.isValid()).isTrue();
        assertThat(((Polygon) outline).getNumInteriorRing()).isEqualTo(1);
        assertThat(outline.getArea()).isEqualTo(14 * 1600);
    }

    @Test
    void aRingClosedOnlyAtANodeIsAShellAndAHole() {
        Geometry outline = outline("##..", "#.#.", "###.", "....");
        assertThat(outline.isValid()).isTrue();
        assertThat(((Polygon) outline).getNumInteriorRing()).isEqualTo(1);
        assertThat(outline.getArea()).isEqualTo(7 * 1600);
    }

    @Test
    void twoPartsAreTwoPolygonsEachWithItsHoles() {
        Geometry outline = outline("###.#", "#.#.#", "###.#", "....#", "....#");
        assertThat(outline.isValid()).isTrue();
        assertThat(outline.getNumGeometries()).isEqualTo(2);
        assertThat(outline.getArea()).isEqualTo(13 * 1600);
    }
}
