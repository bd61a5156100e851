package org.weiwang.atlas;

import java.util.List;
import org.weiwang.edition.Edition;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.District;
import org.weiwang.grid.Place;
import org.weiwang.grid.Responder;

/**
 * Where a point belongs, with all that is known of it.
 *
 * @param point null for an address without location
 * @param district null where there is none
 * @param responders who serves the responsible grid
 * @param edition the edition that the responsible grid belongs to, else that of the lowest grid
 *     named; null where there is none
 */
public record Placement(
        Place place, LonLat point, District district, List<Responder> responders, Edition edition) {

    static Placement noLocation() {
        return new Placement(Place.NOWHERE, null, null, List.of(), null);
    }
}
