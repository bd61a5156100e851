package org.weiwang.demo.life;

import java.util.List;
import org.weiwang.demo.division.Division;
import org.weiwang.demo.division.GridShapes;
import org.weiwang.demo.layout.GroundPlan;
import org.weiwang.demo.layout.Streets;
import org.weiwang.demo.mesh.Mesh;
import org.weiwang.demo.source.District;

/**
 * The divided county that life is put on.
 *
 * @param cells the cells of each micro grid
 */
public record Ground(
        District district,
        GroundPlan plan,
        Mesh mesh,
        Streets streets,
        Division division,
        GridShapes shapes,
        List<List<Integer>> cells) {
    /** The same ground under another division. */
    public Ground divided(Division other) {
        return new Ground(
                district,
                plan,
                mesh,
                streets,
                other,
                GridShapes.of(mesh, other),
                other.cellsOfMicros());
    }

    boolean inTown(int cell) {
        return mesh.site(cell).inTown();
    }

    int communityOf(int cell) {
        return division.generals().get(division.generalOf(cell)).community();
    }
}
