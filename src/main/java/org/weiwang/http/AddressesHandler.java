package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Suggestion;
import org.weiwang.atlas.Atlas;
import org.weiwang.geo.LonLat;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.LookupQuery;
import org.weiwang.http.wire.Parameters;

/**
 * {@code GET /api/v1/addresses}: what a text that is being typed may become, the likeliest first;
 * of what is equally likely that which is nearer to a point, where one is given.
 */
final class AddressesHandler implements Handler {
    private static final int USUAL = 10;
    private static final int MOST = 50;

    private record Document(List<Entry> suggestions) {}

    /**
     * @param point null for a name under which there is more
     * @param town its name; null where it has none, or lies in several
     * @param addresses how many there are under the name; 1 for a whole address
     */
    private record Entry(
            String text,
            ElementKind kind,
            LonLat point,
            Ref district,
            String town,
            int addresses) {}

    private final InForce inForce;

    AddressesHandler(InForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public void handle(Context context) {
        Parameters parameters = Parameters.of(context, "q", "lon", "lat", "datum", "limit");
        String text = LookupQuery.text(parameters, "q");
        LonLat near =
                parameters.has("lon") || parameters.has("lat") || parameters.has("datum")
                        ? LookupQuery.point(parameters)
                        : null;
        int limit = Math.min(MOST, parameters.text("limit").map(ItemsQuery::limit).orElse(USUAL));
        Atlas atlas = inForce.atlas();
        Json.write(
                context,
                new Document(
                        atlas.suggest(text, near, limit).stream()
                                .map(suggestion -> entry(suggestion, atlas))
                                .toList()));
    }

    private static Entry entry(Suggestion suggestion, Atlas atlas) {
        return new Entry(
                suggestion.text(),
                suggestion.kind(),
                suggestion.point(),
                AddressAnswer.district(suggestion.district(), atlas),
                suggestion.town(),
                suggestion.addresses());
    }
}
