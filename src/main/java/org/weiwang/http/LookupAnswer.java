package org.weiwang.http;

import java.util.List;
import org.weiwang.atlas.Placement;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Outcome;
import org.weiwang.grid.Place;

/** The document that answers a look-up; members without a value are null. */
record LookupAnswer(
        Match match,
        Outcome outcome,
        LonLat point,
        Ref responsible,
        Ref micro,
        Ref general,
        Ref community,
        Ref town,
        Ref district,
        Ref dedicated,
        List<Post> responders,
        String edition) {

    /** How a text was found to be an address. */
    enum Match {
        /** It is the text of one address, but for the way of typing it. */
        EXACT,
        /** Several districts have an address of this text. */
        AMBIGUOUS,
        /** No address has this text. */
        NOT_FOUND
    }

    /**
     * @param contacts whether it may say how to reach responders
     */
    static LookupAnswer ofPoint(Placement placement, boolean contacts) {
        return of(null, placement, contacts);
    }

    /**
     * @param contacts whether it may say how to reach responders
     */
    static LookupAnswer ofAddress(List<Placement> found, boolean contacts) {
        return switch (found.size()) {
            case 0 -> unplaced(Match.NOT_FOUND);
            case 1 -> of(Match.EXACT, found.get(0), contacts);
            default -> unplaced(Match.AMBIGUOUS);
        };
    }

    private static LookupAnswer unplaced(Match match) {
        return new LookupAnswer(
                match, null, null, null, null, null, null, null, null, null, List.of(), null);
    }

    private static LookupAnswer of(Match match, Placement placement, boolean contacts) {
        Place place = placement.place();
        return new LookupAnswer(
                match,
                place.outcome(),
                placement.point(),
                Ref.withLevel(place.responsible()),
                Ref.of(place.micro()),
                Ref.of(place.general()),
                Ref.of(place.community()),
                Ref.of(place.town()),
                Ref.of(placement.district()),
                Ref.of(place.dedicated()),
                Post.of(placement.responders(), contacts),
                placement.edition() == null ? null : placement.edition().id());
    }
}
