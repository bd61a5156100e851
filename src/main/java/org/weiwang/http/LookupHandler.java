package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.parse.UsualForm;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.Found;
import org.weiwang.atlas.Placement;
import org.weiwang.edition.NoSuchEditionException;
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
    private static final String NEARBY = "nearby";
    private static final List<String> BOOLEANS = List.of("true", "false");

    private final InForce inForce;
    private final UsualForm form;
    private final WrittenWhereabouts whereabouts = new WrittenWhereabouts();

    LookupHandler(InForce inForce, UsualForm form) {
        this.inForce = inForce;
        this.form = form;
    }

    @Override
    public void handle(Context context) throws NoSuchEditionException {
        Parameters parameters =
                Parameters.of(
                        context, "lon", "lat", "datum", "address", NEARBY, "datetime", "edition");
        LookupQuery query = LookupQuery.parse(parameters);
        boolean withNearby = parameters.text(NEARBY).map(LookupHandler::isTrue).orElse(false);
        Atlas atlas = inForce.atlas(AsOf.parse(parameters, context));
        boolean contacts = Privacy.showsContacts(context);
        List<byte[]> written = new ArrayList<>(3);
        Placement placement;
        AddressMatch.Kind match = null;
        if (query.address() == null) {
            placement = atlas.place(query.point());
            written.add(whereabouts(placement, contacts));
        } else {
            Found found = atlas.find(query.address());
            placement = found.placement();
            match = found.match().kind();
            written.add(whereabouts(placement, contacts));
            written.add(Json.bytes(AddressAnswer.of(found, atlas, form)));
        }
        if (withNearby) {
            written.add(Json.bytes(NearbyAnswer.of(placement, atlas)));
        }
        Json.write(context, head(match, placement).with(written.toArray(byte[][]::new)));
    }

    private static LookupAnswer head(AddressMatch.Kind match, Placement placement) {
        return placement == null
                ? new LookupAnswer(match, null, null)
                : new LookupAnswer(match, placement.place().outcome(), placement.point());
    }

    /**
     * @param placement null where it is not certain
     */
    private byte[] whereabouts(Placement placement, boolean contacts) {
        if (placement == null) {
            return Whereabouts.UNKNOWN.written();
        }
        return contacts ? Whereabouts.of(placement, true).written() : whereabouts.of(placement);
    }

    private static boolean isTrue(String text) {
        if (!BOOLEANS.contains(text)) {
            throw Parameters.notOneOf(NEARBY, BOOLEANS, text);
        }
        return text.equals("true");
    }
}
