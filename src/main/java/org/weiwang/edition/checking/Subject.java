package org.weiwang.edition.checking;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Grid;

/** An edition that is checked, and what lies around it. Used by one thread. */
public interface Subject {
    /** All of its rows, those that can't be grids too. */
    List<Grid> rows();

    /**
     * The communities in force around it, by the id of their edition, which is of another district.
     */
    Map<String, List<MultiPolygon>> neighbours();

    /**
     * The grids of the district's edition in force; none where there is none, or it is this one.
     */
    List<Grid> inForce();

    /** Where the addresses lie that it has or would have, as far as they have a location. */
    void eachAddress(Consumer<LonLat> taker);
}
