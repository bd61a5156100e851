package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.index.AddressBook;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.circle.Facility;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Responder;
import org.weiwang.grid.Town;

/** Reads the parts that atlases are made of. */
final class DistrictReader {
    private static final String RESPONDERS =
            "SELECT grid_code, role, scope, contact FROM responder WHERE data_set = ?";

    private static final String FACILITIES =
            """
            SELECT code, name, category, ST_X(geom), ST_Y(geom) FROM facility
            WHERE data_set = ? AND entrance_of IS NULL
            """;

    /** The same rows in the same order however they came: they tell one book from another. */
    private static final String ALIASES =
            """
            SELECT kind, name, alias, from_day, until_day FROM alias
            WHERE data_set = ?
            ORDER BY kind, name, alias, from_day, until_day
            """;

    private DistrictReader() {}

    /**
     * @param version of an edition that is there
     * @param held parts with which memory is shared: that of addresses of the same data sets and
     *     names, and of grids of the district that are the same
     * @param books where those of addresses are kept
     */
    static DistrictPart part(
            Connection connection,
            DistrictPart.Version version,
            Collection<DistrictPart> held,
            AddressBooks books)
            throws SQLException {
        String edition = version.edition().id();
        District district = GridReader.district(connection, edition);
        List<Town> towns = GridReader.towns(connection, edition);
        List<Grid> grids = GridReader.grids(connection, edition);
        List<Facility> facilities = facilities(connection, version.dataSets().get("facility"));
        return new DistrictPart(
                version,
                new DistrictPart.Content(
                        district,
                        towns,
                        grids,
                        responders(connection, version.dataSets().get("responder")),
                        facilities,
                        addresses(
                                new StoredBook(
                                        connection,
                                        version,
                                        district,
                                        towns,
                                        grids,
                                        facilities,
                                        aliases(
                                                connection,
                                                district,
                                                version.dataSets().get("alias"))),
                                held,
                                books)),
                held.stream()
                        .filter(part -> part.district().code().equals(version.edition().district()))
                        .findFirst()
                        .orElse(null));
    }

    /** Null for the grids of an edition alone: addresses are found among those of today. */
    private static AddressBook addresses(
            StoredBook source, Collection<DistrictPart> held, AddressBooks books) {
        if (source.version().dataSets().isEmpty()) {
            return null;
        }
        return held.stream()
                .filter(part -> StoredBook.key(part.version()).equals(source.key()))
                .flatMap(part -> part.addresses().stream())
                .filter(source::isThatOf)
                .findFirst()
                .orElseGet(() -> books.book(source.key(), source));
    }

    /**
     * @param dataSet null for none
     */
    private static List<Responder> responders(Connection connection, Long dataSet)
            throws SQLException {
        List<Responder> responders = new ArrayList<>();
        Sql.query(
                connection,
                RESPONDERS,
                row ->
                        responders.add(
                                new Responder(
                                        row.getString(1),
                                        // a few words, said of thousands of grids
                                        row.getString(2).intern(),
                                        row.getString(3).intern(),
                                        row.getString(4))),
                dataSet);
        return responders;
    }

    private static List<Facility> facilities(Connection connection, Long dataSet)
            throws SQLException {
        List<Facility> facilities = new ArrayList<>();
        Sql.query(
                connection,
                FACILITIES,
                row ->
                        facilities.add(
                                new Facility(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        Sql.point(row, 4),
                                        null)),
                dataSet);
        return facilities;
    }

    private static List<Alias> aliases(Connection connection, District district, Long dataSet)
            throws SQLException {
        List<Alias> aliases = new ArrayList<>();
        Sql.query(
                connection,
                ALIASES,
                row ->
                        aliases.add(
                                new Alias(
                                        ElementKind.valueOf(row.getString(1)),
                                        district.code(),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, LocalDate.class),
                                        row.getObject(5, LocalDate.class))),
                dataSet);
        return aliases;
    }
}
