package org.weiwang.grid;

import java.util.List;
import org.weiwang.geo.LonLat;

/** A way to find the grids of points. */
public interface GridLocator {
    /**
     * @return for each point the grid that covers it, null where none does
     */
    List<Covering> locate(List<Grid> grids, List<LonLat> points) throws Exception;
}
