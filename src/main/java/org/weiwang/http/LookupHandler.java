package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.Placement;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.http.LookupAnswer.Match;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.LookupQuery;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;

/**
 * {@code GET /api/v1/lookup}: which grid a point or an address is in, and who serves it. As of
 * another moment or edition: which grid of then it is in, the address found among those of today;
 * who serves is known of today only.
 */
final class LookupHandler implements Handler {
    private final InForce inForce;
    private final WrittenWhereabouts whereabouts = new WrittenWhereabouts();

    LookupHandler(InForce inForce) {
        this.inForce = inForce;
    }

    @Override
    public void handle(Context context) throws NoSuchEditionException {
        Parameters parameters =
                Parameters.of(context, "lon", "lat", "datum", "address", "datetime", "edition");
        LookupQuery query = LookupQuery.parse(parameters);
        Atlas atlas = inForce.atlas(AsOf.parse(parameters, context));
        boolean contacts = Privacy.showsContacts(context);
        Json.write(
                context,
                query.address() == null
                        ? placed(null, atlas.place(query.point()), contacts)
                        : found(atlas.find(query.address()), contacts));
    }

    private byte[] found(List<Placement> found, boolean contacts) {
        return switch (found.size()) {
            case 0 -> unplaced(Match.NOT_FOUND);
            case 1 -> placed(Match.EXACT, found.get(0), contacts);
            default -> unplaced(Match.AMBIGUOUS);
        };
    }

    private byte[] placed(Match match, Placement placement, boolean contacts) {
        return new LookupAnswer(match, placement.place().outcome(), placement.point())
                .with(
                        contacts
                                ? Whereabouts.of(placement, true).written()
                                : whereabouts.of(placement));
    }

    private static byte[] unplaced(Match match) {
        return new LookupAnswer(match, null, null).with(Whereabouts.UNKNOWN.written());
    }
}
