package org.weiwang.http.circle;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import org.weiwang.circle.city.City;
import org.weiwang.circle.network.BuiltNetwork;
import org.weiwang.circle.network.Island;
import org.weiwang.geo.LonLat;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.MediaType;
import org.weiwang.http.wire.Parameters;

/**
 * {@code GET /api/v1/circle/network}: what became of the roads, and as points the pieces that
 * nothing joins to the rest, which is where a road was drawn short of another.
 */
public final class CircleNetworkHandler implements Handler {
    /** Roads that nobody drew to meet are all pieces of their own. */
    private static final int MOST_ISLANDS = 10_000;

    /**
     * @param roads versions of the data sets, by district
     * @param nodes of the whole network, as are the edges
     * @param joined to {@code duplicates} as in {@link BuiltNetwork}
     * @param islands how many there are, the main one among them
     * @param features those of most nodes, the main one first
     */
    private record Document(
            String type,
            List<String> editions,
            Map<String, Long> roads,
            int nodes,
            int edges,
            int lines,
            int joined,
            int unusable,
            int zeroLength,
            int duplicates,
            int islands,
            List<Feature> features) {}

    private record Feature(String type, Point geometry, Properties properties) {
        static Feature of(Island island) {
            return new Feature(
                    "Feature",
                    Point.at(island.place()),
                    new Properties(island.nodes(), island.edges(), island.metres()));
        }
    }

    private record Point(String type, List<Double> coordinates) {
        static Point at(LonLat place) {
            return new Point("Point", List.of(place.lon(), place.lat()));
        }
    }

    private record Properties(int nodes, int edges, double metres) {}

    private final Circles circles;

    public CircleNetworkHandler(Circles circles) {
        this.circles = circles;
    }

    @Override
    public void handle(Context context) {
        Parameters.of(context);
        City city = circles.current().city();
        EditionsHeader.setIds(context, city.versions().editions());
        Json.write(context, MediaType.GEO_JSON, document(city));
    }

    private static Document document(City city) {
        BuiltNetwork built = city.roads();
        return new Document(
                "FeatureCollection",
                city.versions().editions(),
                city.versions().roads(),
                built.network().nodeCount(),
                built.network().edgeCount(),
                built.lines(),
                built.joined(),
                built.unusable(),
                built.zeroLength(),
                built.duplicates(),
                built.islands().size(),
                built.islands().stream().limit(MOST_ISLANDS).map(Feature::of).toList());
    }
}
