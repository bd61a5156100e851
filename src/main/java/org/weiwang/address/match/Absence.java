package org.weiwang.address.match;

import org.weiwang.address.CheckedElement.State;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.Reading;
import org.weiwang.address.parse.Gazetteer;

/**
 * What it says of an address that it does not have an element: that it is somewhere else, or
 * nothing, since addresses need not say all. Thread-safe.
 */
final class Absence {
    private final Gazetteer gazetteer;
    private final Scope scope;

    Absence(Gazetteer gazetteer, Scope scope) {
        this.gazetteer = gazetteer;
        this.scope = scope;
    }

    /** What is to be said of an element that the address does not have. */
    State state(Sought sought, Place place) {
        if (place.hasKindOf(sought)) {
            return State.INVALID;
        }
        Reading reading = sought.readings().get(0);
        boolean isFacility = place.address().isFacility();
        return switch (reading.kind()) {
            case DISTRICT ->
                    scope.isIn(place.address().district(), reading.value())
                            ? State.VALID
                            : State.INVALID;
            case TOWN -> town(reading.value(), place);
            case COMMUNITY -> community(reading.value(), place);
            case ROAD, ESTATE -> isFacility || !sought.isName() ? State.UNCHECKED : State.INVALID;
            default -> State.UNCHECKED;
        };
    }

    /** An address that does not name its town is where its names are. */
    private State town(String town, Place place) {
        State state = State.UNCHECKED;
        for (Element element : place.elements()) {
            Reading reading = element.first();
            if (!reading.kind().isName() || reading.kind() == ElementKind.DISTRICT) {
                continue;
            }
            boolean there = false;
            boolean elsewhere = false;
            for (PlaceName name : gazetteer.named(reading.kind(), reading.value())) {
                if (name.district().equals(place.address().district()) && name.town() != null) {
                    there |= name.town().equals(town);
                    elsewhere |= !name.town().equals(town);
                }
            }
            if (there && !elsewhere) {
                return State.VALID;
            }
            // Of a name that several towns have it can't be told.
            if (elsewhere && !there) {
                state = State.INVALID;
            }
        }
        return state;
    }

    /** Addresses along a road mostly don't name the community: it must lie in their town. */
    private State community(String community, Place place) {
        String town = place.value(ElementKind.TOWN);
        for (PlaceName name : gazetteer.named(ElementKind.COMMUNITY, community)) {
            boolean sameTown = town == null || name.town() == null || town.equals(name.town());
            if (name.district().equals(place.address().district()) && sameTown) {
                return State.UNCHECKED;
            }
        }
        return State.INVALID;
    }
}
