package org.weiwang.address.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.weiwang.address.Address;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.index.BookSource;
import org.weiwang.geo.LonLat;

/** A district put together by hand. */
final class SmallDistrict implements BookSource {
    final String code;
    private final List<PlaceName> divisions = new ArrayList<>();
    private final List<Alias> aliases = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> facilities = new ArrayList<>();

    SmallDistrict(String code, String name) {
        this.code = code;
        divisions.add(new PlaceName(ElementKind.DISTRICT, name, code, null));
    }

    SmallDistrict town(String town, String... communities) {
        divisions.add(new PlaceName(ElementKind.TOWN, town, code, null));
        for (String community : communities) {
            divisions.add(new PlaceName(ElementKind.COMMUNITY, community, code, town));
        }
        return this;
    }

    SmallDistrict alias(ElementKind kind, String name, String alias) {
        return alias(kind, name, alias, null);
    }

    /**
     * @param until null for an alias that still holds
     */
    SmallDistrict alias(ElementKind kind, String name, String alias, LocalDate until) {
        aliases.add(new Alias(kind, code, name, alias, null, until));
        return this;
    }

    SmallDistrict addresses(String... texts) {
        addresses.addAll(List.of(texts));
        return this;
    }

    SmallDistrict facilities(String... names) {
        facilities.addAll(List.of(names));
        return this;
    }

    @Override
    public List<PlaceName> divisions() {
        return divisions;
    }

    @Override
    public List<Alias> aliases() {
        return aliases;
    }

    @Override
    public void forEachAddress(Consumer<Address> taker) {
        addresses.forEach(text -> taker.accept(new Address(text, null, 1)));
    }

    @Override
    public void forEachFacility(BiConsumer<String, LonLat> taker) {
        facilities.forEach(name -> taker.accept(name, null));
    }
}
