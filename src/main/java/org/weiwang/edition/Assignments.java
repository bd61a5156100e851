package org.weiwang.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weiwang.address.Address;
import org.weiwang.grid.Outcome;

/**
 * The stored addresses as they were placed in the editions. All of them throw {@link StoreFailure}
 * while the store can't be reached. Thread-safe.
 */
public interface Assignments {
    /**
     * A page of the addresses of a grid in force, of any level, by number.
     *
     * @param after where the page before ended; only its number counts
     * @return empty when no grid in force has the code
     */
    Optional<GridAddresses> ofGrid(String gridCode, AddressId after, int limit);

    /**
     * How the addresses of an edition were placed.
     *
     * @return empty when there is no such edition
     */
    Optional<EditionAssignments> ofEdition(String editionId);

    /**
     * @param version of what is in force, as {@code Atlas.version}
     * @param dataSet that the district's addresses are of, null where it has none
     * @param placed whether the addresses that the edition has were placed in it
     * @param total of all pages
     * @param more whether another page follows
     */
    record GridAddresses(
            long version,
            String grid,
            String edition,
            Long dataSet,
            boolean placed,
            long total,
            List<GridAddress> page,
            boolean more) {}

    /**
     * @param micro code of the micro grid, null where there is none
     * @param dedicated code of the dedicated grid, null where there is none
     */
    record GridAddress(
            AddressId id, Address address, Outcome outcome, String micro, String dedicated) {}

    /**
     * @param last the last time that addresses were placed in it; empty when none ever were
     */
    record EditionAssignments(String edition, Optional<Placing> last) {}

    /**
     * @param dataSet version of the data set of addresses
     */
    record Placing(long dataSet, Instant at, Placed placed) {}
}
