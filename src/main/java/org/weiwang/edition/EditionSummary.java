package org.weiwang.edition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.weiwang.grid.Level;

/**
 * One line of the list of editions.
 *
 * @param effectiveFrom of its publication: of an edition in force the one by which it is, of one
 *     that was the one by which it was last, else the one effective last; null where it was never
 *     published, or only for moments for which another edition was published afterwards
 * @param publishedAt when that publication was made; null as before
 * @param publishedBy who made it; null as before
 * @param scheduled from when on it is to be in force, of the moments still to come, in their order
 * @param grids how many it has of each level
 */
public record EditionSummary(
        Edition edition,
        String districtName,
        State state,
        Instant createdAt,
        Instant effectiveFrom,
        Instant publishedAt,
        String publishedBy,
        List<Instant> scheduled,
        Map<Level, Long> grids) {

    /** How far an edition has come in its life. */
    public enum State {
        DRAFT,
        /** Can't change any more, and was not in force yet. */
        SEALED,
        /** In force. */
        PUBLISHED,
        /** Was in force before. */
        RETIRED
    }
}
