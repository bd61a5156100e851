package org.weiwang.demo.division;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.demo.mesh.Mesh;

/**
 * The outlines of all grids, in the order of the division's lists, in metres of the plane. Outlines
 * are put together from the cells' edges, so every vertex of a child's boundary is one of its
 * parent's and of its neighbours'.
 */
public record GridShapes(
        List<Geometry> communities,
        List<Geometry> generals,
        List<Geometry> micros,
        List<Geometry> dedicated) {
    public static GridShapes of(Mesh mesh, Division division) {
        Tracer tracer = new Tracer(mesh);
        int[] generalOf = new int[mesh.cellCount()];
        Arrays.setAll(generalOf, division::generalOf);
        int[] communityOf = new int[mesh.cellCount()];
        Arrays.setAll(communityOf, cell -> division.generals().get(generalOf[cell]).community());
        return new GridShapes(
                tracer.outlines(communityOf, division.communities().size()),
                tracer.outlines(generalOf, division.generals().size()),
                tracer.outlines(division.microOf, division.micros().size()),
                tracer.outlines(division.dedicatedOf, division.dedicated().size()));
    }
}
