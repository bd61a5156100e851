package org.weiwang.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.CheckedElement;
import org.weiwang.address.CheckedElement.State;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Outcome;
import org.weiwang.grid.Place;

/** The rule by which the grid of an address is certain, though the address may not be. */
final class Finder {
    private final Function<LonLat, Placement> placing;

    Finder(Function<LonLat, Placement> placing) {
        this.placing = placing;
    }

    Found found(AddressMatch match) {
        if (match.meant() == 0) {
            return new Found(match, null, null);
        }
        if (match.isWhole() && match.meant() == 1) {
            LonLat point = match.candidates().get(0).address().point();
            Placement placement = point == null ? Placement.noLocation() : placing.apply(point);
            if (!isWhereSaid(match, placement)) {
                return new Found(match, null, null);
            }
            return new Found(match, placement, hasGrid(placement) ? true : null);
        }
        return several(match);
    }

    private Found several(AddressMatch match) {
        List<Placement> placements = new ArrayList<>();
        boolean allKnown = match.isWhole();
        for (AddressMatch.Candidate candidate : match.candidates().subList(0, match.meant())) {
            LonLat point = candidate.address().point();
            if (point == null) {
                allKnown = false;
            } else {
                placements.add(placing.apply(point));
            }
        }
        if (!placements.stream().allMatch(each -> isWith(placements.get(0), each))) {
            return new Found(match, null, false);
        }
        return allKnown && placements.stream().allMatch(each -> isWhereSaid(match, each))
                ? new Found(match, together(placements), true)
                : new Found(match, null, null);
    }

    /** Whether both are in the same grids, and in one at all. */
    private static boolean isWith(Placement one, Placement other) {
        Place a = one.place();
        Place b = other.place();
        return hasGrid(one)
                && a.micro() == b.micro()
                && a.dedicated() == b.dedicated()
                && a.general() == b.general()
                && a.community() == b.community();
    }

    /**
     * Whether it is in the town and the community that the text names and the address does not, as
     * far as it is anywhere.
     */
    private static boolean isWhereSaid(AddressMatch match, Placement placement) {
        return !hasGrid(placement)
                || match.elements().stream()
                        .filter(element -> element.state() == State.UNCHECKED)
                        .allMatch(element -> isIn(element, placement.place()));
    }

    private static boolean isIn(CheckedElement element, Place place) {
        return switch (element.kind()) {
            case TOWN -> place.town() != null && place.town().name().equals(element.value());
            case COMMUNITY ->
                    place.community() != null
                            && place.community().grid().name().equals(element.value());
            default -> true;
        };
    }

    private static boolean hasGrid(Placement placement) {
        return placement.place().responsible() != null;
    }

    private static Placement together(List<Placement> placements) {
        Placement any =
                placements.stream()
                        .filter(each -> each.place().outcome() == Outcome.ON_BOUNDARY)
                        .findFirst()
                        .orElse(placements.get(0));
        return new Placement(any.place(), null, any.district(), any.responders(), any.edition());
    }
}
