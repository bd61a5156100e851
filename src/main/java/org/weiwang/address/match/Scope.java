package org.weiwang.address.match;

import java.util.List;
import java.util.stream.Stream;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.Reading;
import org.weiwang.address.parse.Gazetteer;

/** Which places lie in the district and town that a text names. Thread-safe. */
final class Scope {
    private final Gazetteer gazetteer;

    Scope(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** All places of a name of today that may lie in all that is said. */
    Stream<PlaceName> places(Reading reading, List<Sought> said) {
        return gazetteer.places(reading).stream()
                .filter(place -> said.stream().allMatch(one -> mayHold(one, place)));
    }

    private boolean mayHold(Sought said, PlaceName place) {
        return said.readings().stream().anyMatch(reading -> mayHold(reading, place));
    }

    private boolean mayHold(Reading said, PlaceName place) {
        return switch (said.kind()) {
            case DISTRICT -> isIn(place.district(), said.value());
            case TOWN -> place.town() == null || place.town().equals(said.value());
            default -> true;
        };
    }

    /** Whether the district of the code has the name. */
    boolean isIn(String code, String district) {
        return gazetteer.named(ElementKind.DISTRICT, district).stream()
                .anyMatch(place -> place.district().equals(code));
    }
}
