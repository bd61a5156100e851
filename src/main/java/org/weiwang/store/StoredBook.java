package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.weiwang.address.Address;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.address.index.AddressBook;
import org.weiwang.address.index.BookKey;
import org.weiwang.address.index.BookSource;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.circle.Facility;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Town;

/**
 * What the book of a district's addresses is made from. Its methods throw a {@link StoreException}
 * when the database can't be read.
 *
 * @param connection with a transaction under way, so that rows are fetched some at a time
 */
record StoredBook(
        Connection connection,
        DistrictPart.Version version,
        District district,
        List<Town> towns,
        List<Grid> grids,
        List<Facility> facilities,
        List<Alias> aliases)
        implements BookSource {
    private static final String ADDRESSES =
            "SELECT text, ST_X(geom), ST_Y(geom) FROM %s WHERE data_set = ?";

    private static final Set<ElementKind> DIVISIONS =
            Set.of(ElementKind.DISTRICT, ElementKind.TOWN, ElementKind.COMMUNITY);

    /** What tells it from other books, but for the names in it. */
    static BookKey key(DistrictPart.Version version) {
        return new BookKey(
                version.history(),
                version.edition().district(),
                version.dataSets().getOrDefault("address", 0L),
                version.dataSets().getOrDefault("facility", 0L));
    }

    BookKey key() {
        return key(version);
    }

    /** Whether a book of the same key is made from the same names. */
    boolean isThatOf(AddressBook book) {
        Set<PlaceName> divisions =
                book.names().stream()
                        .filter(name -> DIVISIONS.contains(name.kind()))
                        .collect(Collectors.toSet());
        return divisions.equals(new HashSet<>(divisions())) && book.aliases().equals(aliases());
    }

    @Override
    public List<PlaceName> divisions() {
        List<PlaceName> names = new ArrayList<>();
        names.add(new PlaceName(ElementKind.DISTRICT, district.name(), district.code(), null));
        Map<String, String> townNames =
                towns.stream().collect(Collectors.toMap(Town::code, Town::name));
        for (String town : townNames.values()) {
            names.add(new PlaceName(ElementKind.TOWN, town, district.code(), null));
        }
        for (Grid grid : grids) {
            if (grid.level() == Level.COMMUNITY) {
                String town = townNames.get(grid.parentCode());
                names.add(new PlaceName(ElementKind.COMMUNITY, grid.name(), district.code(), town));
            }
        }
        return names;
    }

    @Override
    public void forEachAddress(Consumer<Address> taker) {
        Long dataSet = version.dataSets().get("address");
        if (dataSet == null) {
            return; // None were ever imported.
        }
        try {
            Sql.query(
                    connection,
                    ADDRESSES.formatted(Partition.ofAddresses(dataSet).source(connection)),
                    row -> taker.accept(new Address(row.getString(1), Sql.point(row, 2), null)),
                    dataSet);
        } catch (SQLException e) {
            throw new StoreException("reading the addresses of " + district.code(), e);
        }
    }

    @Override
    public void forEachFacility(BiConsumer<String, LonLat> taker) {
        facilities.forEach(facility -> taker.accept(facility.name(), facility.point()));
    }
}
