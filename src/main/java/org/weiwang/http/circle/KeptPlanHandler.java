package org.weiwang.http.circle;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.weiwang.circle.city.City;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.edition.scenario.NoSuchScenarioException;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.MediaType;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;

/**
 * {@code GET /api/v1/circle/scenarios/{id}/plan.geojson}: the facilities and roads of a kept
 * scenario as features.
 */
final class KeptPlanHandler implements Handler {
    private record Collection(
            String type, long scenario, String name, List<PlannedFeature> features) {}

    private final Circles circles;

    KeptPlanHandler(Circles circles) {
        this.circles = circles;
    }

    @Override
    public void handle(Context context) throws NoSuchScenarioException {
        Parameters.of(context);
        KeptScenario scenario = ScenarioId.find(context, circles.scenarios());
        City city = circles.current().city();
        List<PlannedFeature> features = PlannedFeatures.of(scenario, city);
        Privacy.forThisCallerOnly(context);
        EditionsHeader.setIds(context, city.versions().editions());
        context.header(
                "Content-Disposition",
                "attachment; filename=\"scenario-%d.geojson\"".formatted(scenario.entry().id()));
        Json.write(
                context,
                MediaType.GEO_JSON,
                new Collection(
                        "FeatureCollection",
                        scenario.entry().id(),
                        scenario.entry().heading().name(),
                        features));
    }
}
