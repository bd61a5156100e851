package org.weiwang.http.circle;

import static org.weiwang.http.circle.PlannedFeature.Change.CLOSED;
import static org.weiwang.http.circle.PlannedFeature.Change.MOVED;
import static org.weiwang.http.circle.PlannedFeature.Change.MOVED_FROM;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Site;
import org.weiwang.edition.scenario.KeptScenario;
import org.weiwang.http.wire.JsonObject;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/** The features of a kept plan. A facility that there is lies at its own, first entrance. */
final class PlannedFeatures {
    private static final String LON = "lon";
    private static final String LAT = "lat";

    private final long scenario;
    private final JsonObject plan;
    private final City city;
    private final List<PlannedFeature> features = new ArrayList<>();

    private PlannedFeatures(KeptScenario scenario, City city) {
        this.scenario = scenario.entry().id();
        this.plan = KeptPlan.of(scenario);
        this.city = city;
    }

    /**
     * Facilities and roads in the order in which the plan has them.
     *
     * @throws ProblemException 422 when it names a facility that the city lacks
     */
    static List<PlannedFeature> of(KeptScenario scenario, City city) {
        PlannedFeatures planned = new PlannedFeatures(scenario, city);
        planned.addAdded();
        planned.addMoved();
        planned.addClosed();
        planned.addRoads();
        return planned.features;
    }

    private void addAdded() {
        for (JsonObject added :
                plan.objects(
                        ScenarioBody.ADDED, ScenarioBody.CATEGORY, ScenarioBody.NAME, LON, LAT)) {
            features.add(
                    PlannedFeature.added(
                            added.path(),
                            added.point(),
                            added.text(ScenarioBody.CATEGORY),
                            added.has(ScenarioBody.NAME) ? added.text(ScenarioBody.NAME) : null));
        }
    }

    private void addMoved() {
        for (JsonObject moved : plan.objects(ScenarioBody.MOVED, ScenarioBody.FACILITY, LON, LAT)) {
            Site site = site(moved.path(ScenarioBody.FACILITY), moved.text(ScenarioBody.FACILITY));
            features.add(PlannedFeature.of(moved.path(), MOVED, site, moved.point()));
            features.add(
                    PlannedFeature.of(
                            moved.path() + ".from", MOVED_FROM, site, site.entrances().get(0)));
        }
    }

    private void addClosed() {
        int number = 0;
        for (String id : plan.texts(ScenarioBody.CLOSED)) {
            String path = plan.path(ScenarioBody.CLOSED, number++);
            Site site = site(path, id);
            features.add(PlannedFeature.of(path, CLOSED, site, site.entrances().get(0)));
        }
    }

    private void addRoads() {
        for (JsonObject road :
                plan.objects(ScenarioBody.ROADS, ScenarioBody.POINTS, ScenarioBody.LEVEL)) {
            features.add(
                    PlannedFeature.road(
                            road.path(),
                            road.objects(ScenarioBody.POINTS, LON, LAT).stream()
                                    .map(JsonObject::point)
                                    .toList(),
                            ScenarioBody.level(road)));
        }
    }

    private Site site(String path, String id) {
        return city.site(id).stream()
                .mapToObj(city.sites()::get)
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.planOutdated(scenario, ScenarioBody.noFacility(path, id))
                                        .exception());
    }
}
