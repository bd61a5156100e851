package org.weiwang.atlas;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.weiwang.address.index.AddressBook;
import org.weiwang.address.match.AddressMatcher;

/**
 * What finds addresses in the atlases of one source. To put the names of a city together takes
 * longer than anything else that is not loaded, so that an atlas has the matcher of the one before
 * where their books are the same. Thread-safe.
 */
public final class Matchers {
    /** Says on which day the alias of a place holds. */
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    private static final AddressMatcher OF_NONE = new AddressMatcher(List.of(), CLOCK);

    private List<AddressBook> books = List.of();
    private AddressMatcher matcher = OF_NONE;

    /** What finds the addresses of the parts. */
    public synchronized AddressMatcher of(Collection<DistrictPart> parts) {
        List<AddressBook> wanted = new ArrayList<>();
        parts.forEach(part -> part.addresses().ifPresent(wanted::add));
        // Books are equal where they are the same.
        if (!wanted.equals(books)) {
            matcher = new AddressMatcher(wanted, CLOCK);
            books = wanted;
        }
        return matcher;
    }
}
