package org.weiwang.grid;

import java.util.Collection;
import org.weiwang.geo.LonLat;

/**
 * The rule by which a point has one answer. The micro grid and the dedicated grid are those that
 * cover the point, boundaries included, each the one with the smallest code where several do. Upper
 * levels follow the codes of parents; a level is located by itself only where nothing below it
 * covers the point (in a dedicated hole no micro grid does). Never the nearest grid. Where sets
 * meet, a dedicated grid may belong to another set than the chain. Immutable and thread-safe.
 */
public final class Placer {
    private final GridSet[] sets;

    /**
     * @param sets of different districts
     */
    public Placer(Collection<GridSet> sets) {
        this.sets = sets.toArray(GridSet[]::new);
    }

    public Place place(LonLat point) {
        Hit micro = locate(Level.MICRO, point);
        Hit dedicated = locate(Level.DEDICATED, point);
        Member general = above(member(micro), Level.GENERAL, point);
        Member community = above(general, Level.COMMUNITY, point);
        return new Place(
                outcome(micro, dedicated), member(micro), general, community, member(dedicated));
    }

    private Member above(Member below, Level level, LonLat point) {
        return below == null ? member(locate(level, point)) : below.parent();
    }

    private Hit locate(Level level, LonLat point) {
        Hit first = null;
        for (GridSet set : sets) {
            Hit hit = set.locate(level, point.lon(), point.lat());
            if (hit != null
                    && (first == null
                            || hit.member().code().compareTo(first.member().code()) < 0)) {
                first = hit;
            }
        }
        return first;
    }

    private static Member member(Hit hit) {
        return hit == null ? null : hit.member();
    }

    private static Outcome outcome(Hit micro, Hit dedicated) {
        if (micro == null && dedicated == null) {
            return Outcome.OUTSIDE;
        }
        return isOnBoundary(micro) || isOnBoundary(dedicated)
                ? Outcome.ON_BOUNDARY
                : Outcome.INSIDE;
    }

    private static boolean isOnBoundary(Hit hit) {
        return hit != null && hit.onBoundary();
    }
}
