package org.weiwang.atlas;

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
        List<Placement> meant =
                match.candidates().subList(0, match.meant()).stream().map(this::placed).toList();
        // Whatever is not checked is a fault.
        boolean isAllChecked = match.faults().isEmpty();
        if (!isAllChecked && !meant.stream().allMatch(each -> isWhereSaid(match, each))) {
            return new Found(match.suggestedOnly(), null, null);
        } else if (meant.isEmpty()) {
            return new Found(match, null, null);
        } else if (match.isWhole() && meant.size() == 1) {
            Placement alone = meant.get(0);
            return new Found(match, alone, hasGrid(alone) ? true : null);
        }
        return several(match, meant);
    }

    private Placement placed(AddressMatch.Candidate candidate) {
        LonLat point = candidate.address().point();
        return point == null ? Placement.noLocation() : placing.apply(point);
    }

    private static Found several(AddressMatch match, List<Placement> meant) {
        List<Placement> known = meant.stream().filter(each -> each.point() != null).toList();
        if (!known.stream().allMatch(each -> isWith(known.get(0), each))) {
            return new Found(match, null, false);
        }
        return match.isWhole() && known.size() == meant.size()
                ? new Found(match, together(known), true)
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
