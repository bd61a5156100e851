package org.weiwang.edition.comparing;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.weiwang.address.Address;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionGrids;
import org.weiwang.geo.LonLat;

/** Where what is compared is read from. Thread-safe. */
public interface ComparisonStore {
    /**
     * All that the work reads is of one state of the store.
     *
     * @throws org.weiwang.edition.StoreFailure while the store can't be reached
     */
    <R> R read(Function<Reader, R> work);

    /** Used by one thread, within the work that it was given to. */
    interface Reader {
        /** Another one each time that a backup is restored. */
        UUID history();

        Optional<Subject> subject(String edition);

        /** The version of the addresses in force in a district. */
        Optional<Long> addressesInForce(String district);

        /** Of an edition that is there. */
        EditionGrids grids(Edition edition);

        /** All addresses of a data set by number, piece by piece; none when it is not there. */
        void eachAddress(long dataSet, Located consumer);

        /** These addresses of a data set, by number; none when it is not there. */
        void addresses(long dataSet, int[] numbers, ObjIntConsumer<Address> consumer);
    }

    /** Takes addresses one by one. */
    @FunctionalInterface
    interface Located {
        /**
         * @param point null where the address has none
         * @param households null where they are not known
         */
        void accept(int number, LonLat point, Integer households);
    }
}
