package org.weiwang.atlas;

import java.util.List;
import org.weiwang.edition.Edition;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Responder;
import org.weiwang.grid.Town;

/**
 * Where a point belongs. Each of the grids, the town, the district and the edition is null where
 * there is none.
 *
 * @param point null for {@link Outcome#NO_LOCATION}
 * @param responsible the dedicated grid, else the micro grid
 * @param responders who serves the responsible grid
 * @param edition the edition that the responsible grid belongs to, else that of the lowest grid
 *     named
 */
public record Placement(
        Outcome outcome,
        LonLat point,
        Grid responsible,
        Grid micro,
        Grid general,
        Grid community,
        Town town,
        District district,
        Grid dedicated,
        List<Responder> responders,
        Edition edition) {

    static Placement noLocation() {
        return new Placement(
                Outcome.NO_LOCATION,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }
}
