package org.weiwang.http;

import java.util.List;
import java.util.Objects;
import org.weiwang.atlas.Placement;
import org.weiwang.edition.Edition;
import org.weiwang.grid.District;
import org.weiwang.grid.Member;
import org.weiwang.grid.Place;
import org.weiwang.grid.Responder;

/**
 * Whereabouts as they were written for who asked before, without contacts: to gather the same few
 * names from all over the memory and to encode them again is most of what a look-up costs. One for
 * each of so many micro grids at most. Thread-safe: what one thread keeps and another does not see
 * is written once more.
 */
final class WrittenWhereabouts {
    /** Of the number of entries, which take up to 1 KiB each. */
    private static final int BITS = 16;

    /** 2^32 / φ: spreads the codes of neighbours, which differ in their last digits, evenly. */
    private static final int SPREAD = 0x9E3779B9;

    private final Entry[] entries = new Entry[1 << BITS];

    /**
     * Known by the grids' codes and by the very objects that each version of a part has of its own.
     * To hold on to the part, or to a grid in it, would keep a district in memory that is no longer
     * in force.
     *
     * @param dedicated code, null for none
     * @param district above the micro grid
     * @param edition of the responsible grid
     */
    private record Entry(
            String micro,
            String dedicated,
            District district,
            Edition edition,
            List<Responder> responders,
            byte[] written) {
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Placement placement) {
            return district == placement.district()
                    && edition == placement.edition()
                    && responders == placement.responders()
                    && micro.equals(placement.place().micro().code())
                    && Objects.equals(dedicated, code(placement.place().dedicated()));
        }
    }

    byte[] of(Placement placement) {
        Place place = placement.place();
        if (place.micro() == null) {
            // What is above a dedicated grid alone depends on the point.
            return Whereabouts.of(placement, false).written();
        }
        String micro = place.micro().code();
        String dedicated = code(place.dedicated());
        int hash = micro.hashCode() + (dedicated == null ? 0 : 31 * dedicated.hashCode());
        int at = hash * SPREAD >>> Integer.SIZE - BITS;
        Entry entry = entries[at];
        if (entry == null || !entry.isOf(placement)) {
            entry =
                    new Entry(
                            micro,
                            dedicated,
                            placement.district(),
                            placement.edition(),
                            placement.responders(),
                            Whereabouts.of(placement, false).written());
            entries[at] = entry;
        }
        return entry.written();
    }

    private static String code(Member member) {
        return member == null ? null : member.code();
    }
}
