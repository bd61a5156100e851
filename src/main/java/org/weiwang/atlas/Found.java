package org.weiwang.atlas;

import org.weiwang.address.AddressMatch;

/**
 * What came of looking an address up.
 *
 * @param placement where it is, null where that is not certain: of all addresses that may be meant,
 *     known to the last, each is in the same grids. Its point is null where several may be meant,
 *     its outcome then ON_BOUNDARY where that of one is
 * @param oneGrid whether all that may be meant are in the same grids; null where nothing may be
 *     meant, or not all that may be is known
 */
public record Found(AddressMatch match, Placement placement, Boolean oneGrid) {
    private static final double THOUSAND = 1_000;

    /** The match' score, in thousandths. */
    public double score() {
        return inThousandths(match.score());
    }

    /** A score as answers tell it. */
    public static double inThousandths(double score) {
        return Math.rint(score * THOUSAND) / THOUSAND;
    }

    /** The stored text of the one address that may be meant; null where none or several may. */
    public String address() {
        return match.isWhole() && match.meant() == 1
                ? match.candidates().get(0).address().text()
                : null;
    }
}
