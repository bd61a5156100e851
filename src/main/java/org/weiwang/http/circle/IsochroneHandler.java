package org.weiwang.http.circle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.util.RawValue;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.atlas.circle.Turns;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.isochrone.Surrounding;
import org.weiwang.geo.GeoJson;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.MediaType;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;

/**
 * {@code GET /api/v1/isochrone}: the areas within walking times of a point, each with the
 * households and facilities that are walked to within it.
 */
public final class IsochroneHandler implements Handler {
    /** Drawing takes a processor. */
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    /**
     * @param speed in metres a second
     */
    private record Document(
            String type,
            double lon,
            double lat,
            String standard,
            String standardVersion,
            String profile,
            double speed,
            List<String> editions,
            CircleData data,
            List<FeatureDocument> features) {}

    private record FeatureDocument(String type, RawValue geometry, Properties properties) {}

    /**
     * @param facilities how many of each category
     */
    private record Properties(
            Number minutes, int addresses, long households, Map<String, Integer> facilities) {}

    private final Circles circles;
    private final Turns turns =
            new Turns(AT_ONCE, AT_ONCE + " isochrones are being drawn; ask again later");

    public IsochroneHandler(Circles circles) {
        this.circles = circles;
    }

    @Override
    public void handle(Context context) throws BusyException, InterruptedException {
        IsochroneQuery query =
                IsochroneQuery.parse(
                        Parameters.of(context, IsochroneQuery.PARAMETERS), circles.standards());
        LivingCircle circle = circles.current();
        List<Surrounding> found = turns.take(() -> around(query, circle));
        DataVersions versions = circle.city().versions();
        EditionsHeader.setIds(context, versions.editions());
        Json.write(
                context,
                MediaType.GEO_JSON,
                new Document(
                        "FeatureCollection",
                        query.point().lon(),
                        query.point().lat(),
                        query.standard().id(),
                        query.standard().version(),
                        query.walker().id(),
                        query.walker().profile().metresPerSecond(),
                        versions.editions(),
                        CircleData.of(versions),
                        found.stream().map(IsochroneHandler::feature).toList()));
    }

    private List<Surrounding> around(IsochroneQuery query, LivingCircle circle) {
        return circle.surroundings(query.walker().profile())
                .of(query.point(), query.minutes(), circles.isochroneDistance())
                .orElseThrow(() -> Problem.offNetwork(nowhere(circle.city())).exception());
    }

    private String nowhere(City city) {
        return city.roads().network().edgeCount() == 0
                ? "No roads are in force, so that nothing is known of walking; import some"
                : "No way that can be walked is within %.0f m of the point"
                        .formatted(circles.snapDistance());
    }

    private static FeatureDocument feature(Surrounding found) {
        return new FeatureDocument(
                "Feature",
                new RawValue(new String(GeoJson.encode(found.area()), UTF_8)),
                new Properties(
                        minutes(found.minutes()),
                        found.addresses(),
                        found.households(),
                        found.facilities()));
    }

    /** Whole minutes without a decimal point. */
    private static Number minutes(double minutes) {
        if (minutes == Math.rint(minutes)) {
            return (int) minutes;
        }
        return minutes;
    }
}
