package org.weiwang.address.index;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.weiwang.address.Address;
import org.weiwang.address.Alias;
import org.weiwang.address.PlaceName;
import org.weiwang.geo.LonLat;

/** Where the rows of a book come from; they are asked for only when the book must be made. */
public interface BookSource {
    /** The district, its towns and its communities. */
    List<PlaceName> divisions();

    List<Alias> aliases();

    void forEachAddress(Consumer<Address> taker);

    /** Takes the name of each facility and where it is. */
    void forEachFacility(BiConsumer<String, LonLat> taker);
}
