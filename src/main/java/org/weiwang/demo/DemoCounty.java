package org.weiwang.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.weiwang.demo.division.Redrawing;
import org.weiwang.demo.division.Redrawing.Redrawn;
import org.weiwang.demo.handover.Handover;
import org.weiwang.demo.life.Ground;
import org.weiwang.demo.life.Life;
import org.weiwang.demo.life.Resettlement;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;

/**
 * A county with real names, codes and outline; all else is made up from a seed, but for the numbers
 * of grids where the county has published them. The same seed makes the same county. Immutable.
 *
 * @param crs the plane of all coordinates, in metres
 */
public record DemoCounty(Crs crs, Ground ground, Life life) {
    /**
     * @param district 6-digit code
     * @throws IllegalArgumentException when nothing is known of the district
     */
    public static DemoCounty generate(String district, long seed) throws CrsException {
        SplittableRandom random = new SplittableRandom(seed);
        DemoGround grids = DemoGround.generate(district, random);
        return new DemoCounty(grids.crs(), grids.ground(), Life.of(grids.ground(), random.split()));
    }

    /**
     * The county a year later: some micro grids divided anew, all else as it was. The same seed
     * makes the same changes.
     *
     * @param count in how many general grids something changes, if there are as many
     */
    public DemoCounty redrawn(int count, long seed) {
        Redrawn redrawn =
                Redrawing.redraw(
                        ground.mesh(),
                        ground.streets(),
                        ground.division(),
                        count,
                        new SplittableRandom(seed));
        Ground later = ground.divided(redrawn.division());
        return new DemoCounty(crs, later, Resettlement.of(life, ground, later, redrawn.origins()));
    }

    /** Writes the county's files; the folder is made where it is missing. */
    public void write(Path folder) throws IOException, CrsException {
        Handover.write(ground, life, crs, folder);
    }
}
