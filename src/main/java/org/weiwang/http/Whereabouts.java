package org.weiwang.http;

import java.util.List;
import org.weiwang.atlas.Placement;
import org.weiwang.grid.Place;
import org.weiwang.http.wire.Json;

/**
 * What a look-up says of the place that it found: the same for all points of a micro grid that lie
 * in no dedicated grid. Members without a value are null.
 */
record Whereabouts(
        Ref responsible,
        Ref micro,
        Ref general,
        Ref community,
        Ref town,
        Ref district,
        Ref dedicated,
        List<Post> responders,
        String edition) {

    static final Whereabouts UNKNOWN =
            new Whereabouts(null, null, null, null, null, null, null, List.of(), null);

    /**
     * @param contacts whether it may say how to reach responders
     */
    static Whereabouts of(Placement placement, boolean contacts) {
        Place place = placement.place();
        return new Whereabouts(
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

    byte[] written() {
        return Json.bytes(this);
    }
}
