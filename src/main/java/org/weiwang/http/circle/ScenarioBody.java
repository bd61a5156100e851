package org.weiwang.http.circle;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Walk;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.network.Way;
import org.weiwang.circle.planning.Plan;
import org.weiwang.geo.LonLat;
import org.weiwang.geo.Wgs84;
import org.weiwang.http.BatchLimits;
import org.weiwang.http.wire.JsonBody;
import org.weiwang.http.wire.JsonObject;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.ProblemException;

/** What a request for the effects of a plan says of facilities and roads. */
final class ScenarioBody {
    /** Bytes of a request's body. */
    static final int LONGEST = 1 << 17;

    /** Facilities in one scenario: each costs a search around it. */
    private static final int MOST = 300;

    static final String ADDED = "added";
    static final String MOVED = "moved";
    static final String CLOSED = "closed";
    static final String FACILITY = "facility";
    static final String CATEGORY = "category";
    static final String NAME = "name";
    static final String ROADS = "roads";
    static final String POINTS = "points";
    static final String LEVEL = "level";

    /** Each an array, empty where it is missing. */
    static final List<String> MEMBERS = List.of(ADDED, MOVED, CLOSED, ROADS);

    /** Points of all roads together: each stretch looks for what it meets. */
    private static final int MOST_POINTS = 1_000;

    /** Length of all roads together: everything in the box around a stretch is looked at. */
    private static final double MOST_METRES = 20_000;

    private final List<JsonObject> added;
    private final List<JsonObject> moved;
    private final List<String> closed;
    private final List<Way> roads = new ArrayList<>();

    private ScenarioBody(JsonObject body) {
        this.added = body.objects(ADDED, CATEGORY, NAME, "lon", "lat");
        this.moved = body.objects(MOVED, FACILITY, "lon", "lat");
        this.closed = body.texts(CLOSED);
        // What somebody calls it changes nothing for anybody.
        added.stream().filter(object -> object.has(NAME)).forEach(object -> object.text(NAME));
        for (JsonObject road : body.objects(ROADS, POINTS, LEVEL)) {
            roads.add(road(road));
        }
    }

    /**
     * @param patience as {@link BatchLimits#patience}
     * @throws ProblemException when it is not made of members as they must be, or has too many
     */
    static ScenarioBody read(Context context, Duration patience) throws IOException {
        return of(JsonBody.object(context, LONGEST, patience, MEMBERS.toArray(String[]::new)));
    }

    /**
     * @param object that has the members, and may have others
     * @throws ProblemException likewise
     */
    static ScenarioBody of(JsonObject object) {
        ScenarioBody body = new ScenarioBody(object);
        int count = body.added.size() + body.moved.size() + body.closed.size();
        if (count > MOST) {
            throw Problem.badBody(
                            null,
                            "A scenario has at most %d facilities, not %d".formatted(MOST, count))
                    .exception();
        }
        int points = body.roads.stream().mapToInt(road -> road.line().getNumPoints()).sum();
        if (points > MOST_POINTS) {
            throw Problem.badBody(
                            ROADS,
                            "The roads of a scenario have at most %d points, not %d"
                                    .formatted(MOST_POINTS, points))
                    .exception();
        }
        double metres = body.roads.stream().mapToDouble(Way::metres).sum();
        if (metres > MOST_METRES) {
            throw Problem.badBody(
                            ROADS,
                            "The roads of a scenario have at most %.0f m, not %.0f"
                                    .formatted(MOST_METRES, metres))
                    .exception();
        }
        return body;
    }

    /**
     * @throws ProblemException when it names a facility that the city lacks, or twice, or a
     *     category that the standard lacks, or a place that is off the network and the added roads
     */
    Plan plan(Question question, City city) {
        Set<Integer> taken = new HashSet<>();
        List<Integer> closedSites = new ArrayList<>();
        for (String id : closed) {
            closedSites.add(site("%s[%d]".formatted(CLOSED, closedSites.size()), id, city, taken));
        }
        List<Plan.Moved> movedSites = new ArrayList<>();
        for (JsonObject object : moved) {
            int site = site(object.path(FACILITY), object.text(FACILITY), city, taken);
            movedSites.add(new Plan.Moved(site, object.point()));
        }
        List<Plan.Added> addedSites = new ArrayList<>();
        Set<String> categories = new TreeSet<>();
        question.standard().categories().forEach(c -> categories.addAll(c.facilities()));
        for (JsonObject object : added) {
            addedSites.add(new Plan.Added(category(object, categories), object.point()));
        }
        Walk walk = city.walk(question.walker().takesSteps());
        requireWay(moved, movedSites.stream().map(Plan.Moved::entrance).toList(), walk);
        requireWay(added, addedSites.stream().map(Plan.Added::entrance).toList(), walk);
        return new Plan(addedSites, movedSites, closedSites, roads);
    }

    private static Way road(JsonObject road) {
        List<JsonObject> points = road.objects(POINTS, "lon", "lat");
        if (points.size() < 2) {
            throw Problem.badBody(
                            road.path(POINTS), road.path(POINTS) + " must be two points or more")
                    .exception();
        }
        Coordinate[] line =
                points.stream()
                        .map(JsonObject::point)
                        .map(point -> new Coordinate(point.lon(), point.lat()))
                        .toArray(Coordinate[]::new);
        int level = level(road);
        try {
            return new Way(Wgs84.FACTORY.createLineString(line), level);
        } catch (IllegalArgumentException e) {
            throw Problem.badBody(road.path(), road.path() + " " + e.getMessage()).exception();
        }
    }

    /** On the ground where it has no level. */
    static int level(JsonObject road) {
        return road.has(LEVEL) ? road.whole(LEVEL, -5, 5) : 0;
    }

    private static int site(String path, String id, City city, Set<Integer> taken) {
        int site = city.site(id).orElseThrow(() -> noFacility(path, id).exception());
        if (!taken.add(site)) {
            throw Problem.badBody(path, "%s: %s is closed or moved twice".formatted(path, id))
                    .exception();
        }
        return site;
    }

    /**
     * @param path where the id is given
     */
    static Problem noFacility(String path, String id) {
        return Problem.badBody(path, "%s: no facility in force has the id %s".formatted(path, id));
    }

    private static String category(JsonObject object, Set<String> categories) {
        String category = object.text(CATEGORY);
        if (!categories.contains(category)) {
            throw JsonObject.refused(
                    object.path(CATEGORY),
                    "must be one of " + String.join(", ", categories),
                    object.member(CATEGORY));
        }
        return category;
    }

    /** One of the network or of the added roads. */
    private void requireWay(List<JsonObject> objects, List<LonLat> places, Walk walk) {
        Snaps snaps = walk.snap(places);
        for (int i = 0; i < places.size(); i++) {
            LonLat place = places.get(i);
            if (snaps.edge(i) == Snaps.NONE
                    && roads.stream().noneMatch(road -> road.isWithin(walk.farthest(), place))) {
                String path = objects.get(i).path();
                throw Problem.offNetwork(
                                path,
                                "%s: no way that can be walked is near enough".formatted(path))
                        .exception();
            }
        }
    }
}
