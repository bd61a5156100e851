package org.weiwang.edition.comparing;

import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Town;

/**
 * What one edition says of a grid or a town. Of a town it is the name alone; all else is null.
 *
 * @param kind null where the source says none
 * @param households null where the source says none
 * @param geometry longitude and latitude in degrees
 */
public record Facts(
        String name, String parentCode, String kind, Integer households, MultiPolygon geometry) {
    static Facts of(Grid grid) {
        return new Facts(
                grid.name(), grid.parentCode(), grid.kind(), grid.households(), grid.geometry());
    }

    static Facts of(Town town) {
        return new Facts(town.name(), null, null, null, null);
    }
}
