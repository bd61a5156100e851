package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.grid.Level;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;

/** {@code GET /api/v1/districts}: the districts with an edition in force. */
final class DistrictsHandler implements Handler {
    private record Districts(List<DistrictInForce> districts) {}

    /**
     * @param bbox west, south, east, north
     */
    private record DistrictInForce(
            String code,
            String name,
            double[] bbox,
            EditionRef edition,
            Map<Level, Integer> counts) {}

    private record EditionRef(String id, int number) {}

    private final InForce inForce;

    DistrictsHandler(InForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public void handle(Context context) {
        Parameters.of(context);
        Json.write(
                context,
                new Districts(
                        inForce.atlas().parts().stream().map(DistrictsHandler::describe).toList()));
    }

    private static DistrictInForce describe(DistrictPart part) {
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            counts.put(level, part.grids().grids(level).size());
        }
        return new DistrictInForce(
                part.district().code(),
                part.district().name(),
                part.bbox().toArray(),
                new EditionRef(part.edition().id(), part.edition().number()),
                counts);
    }
}
