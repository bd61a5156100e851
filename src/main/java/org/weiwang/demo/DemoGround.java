package org.weiwang.demo;

import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.demo.division.Divider;
import org.weiwang.demo.division.Division;
import org.weiwang.demo.division.GridShapes;
import org.weiwang.demo.layout.GroundPlan;
import org.weiwang.demo.layout.Streets;
import org.weiwang.demo.life.Ground;
import org.weiwang.demo.mesh.Mesh;
import org.weiwang.demo.mesh.MeshBuilder;
import org.weiwang.demo.source.District;
import org.weiwang.demo.source.Districts;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;

/**
 * The grids of a demo county alone, which take less time and memory than the whole; the same ones
 * as the {@link DemoCounty} of that seed has. Immutable.
 *
 * @param crs the plane of all coordinates, in metres
 */
public record DemoGround(Crs crs, Ground ground) {
    /**
     * CGCS2000, three-degree Gauss-Kruger zone around 105° E: what a county of Chengdu hands over.
     */
    private static final int PLANE = 4544;

    /** The ground's grain: enough for wiggling outlines, few enough to write. */
    private static final int CELLS_PER_MICRO_GRID = 16;

    /**
     * @param district 6-digit code
     * @throws IllegalArgumentException when nothing is known of the district
     */
    public static DemoGround generate(String district, long seed) throws CrsException {
        return generate(district, new SplittableRandom(seed));
    }

    static DemoGround generate(String district, SplittableRandom random) throws CrsException {
        District facts = Districts.get(district);
        Crs crs = Crs.epsg(PLANE);
        Geometry outline = crs.fromWgs84(facts.outline());
        Coordinate seat =
                crs.fromWgs84(facts.outline().getFactory().createPoint(facts.seat()))
                        .getCoordinate();
        int cells = CELLS_PER_MICRO_GRID * facts.counts().micro();
        GroundPlan plan = GroundPlan.of(facts, outline, seat, cells, random.split());
        Mesh mesh = MeshBuilder.build(plan.sites(), outline, random.split());
        Streets streets = new Streets(mesh, plan.lattices());
        Division division = Divider.divide(facts, plan, mesh, streets, random.split());
        return new DemoGround(
                crs,
                new Ground(
                        facts,
                        plan,
                        mesh,
                        streets,
                        division,
                        GridShapes.of(mesh, division),
                        division.cellsOfMicros()));
    }
}
