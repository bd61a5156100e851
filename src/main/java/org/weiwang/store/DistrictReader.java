package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.weiwang.address.AddressBook;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.circle.Facility;
import org.weiwang.grid.Responder;

/** Reads the parts that atlases are made of. */
final class DistrictReader {
    private static final String RESPONDERS =
            "SELECT grid_code, role, scope, contact FROM responder WHERE data_set = ?";

    private static final String FACILITIES =
            """
            SELECT code, name, category, ST_X(geom), ST_Y(geom) FROM facility
            WHERE data_set = ? AND entrance_of IS NULL
            """;

    private static final String ADDRESSES =
            "SELECT text, ST_X(geom), ST_Y(geom) FROM address WHERE data_set = ?";

    private DistrictReader() {}

    /**
     * @param version of an edition that is there
     * @param held parts with which memory is shared: that of addresses of the same data set, and of
     *     grids of the district that are the same
     */
    static DistrictPart part(
            Connection connection, DistrictPart.Version version, Collection<DistrictPart> held)
            throws SQLException {
        String edition = version.edition().id();
        return new DistrictPart(
                version,
                new DistrictPart.Content(
                        GridReader.district(connection, edition),
                        GridReader.towns(connection, edition),
                        GridReader.grids(connection, edition),
                        responders(connection, version.dataSets().get("responder")),
                        facilities(connection, version.dataSets().get("facility")),
                        addresses(connection, version, held)),
                held.stream()
                        .filter(part -> part.district().code().equals(version.edition().district()))
                        .findFirst()
                        .orElse(null));
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

    private static AddressBook addresses(
            Connection connection, DistrictPart.Version version, Collection<DistrictPart> held)
            throws SQLException {
        Long dataSet = version.dataSets().get("address");
        for (DistrictPart part : held) {
            DistrictPart.Version other = part.version();
            if (dataSet != null
                    && dataSet.equals(other.dataSets().get("address"))
                    && version.history().equals(other.history())) {
                return part.addresses();
            }
        }
        AddressBook.Builder addresses = new AddressBook.Builder();
        Sql.query(
                connection,
                ADDRESSES,
                row -> addresses.add(row.getString(1), Sql.point(row, 2)),
                dataSet);
        return addresses.build();
    }
}
