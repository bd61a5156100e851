package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.weiwang.address.AddressBook;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.AtlasSource;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.circle.Facility;
import org.weiwang.edition.Edition;
import org.weiwang.grid.District;
import org.weiwang.grid.Responder;

/** Builds atlases from PostGIS, each within one snapshot of the database. */
public final class JdbcAtlasSource implements AtlasSource {
    private static final String VERSION = "SELECT version FROM atlas_version";

    private static final String DISTRICTS_IN_FORCE =
            """
            SELECT district, district_name, number FROM edition_in_force
            """;

    private static final String DATA_SETS =
            "SELECT name, version FROM data_set WHERE district = ? AND in_force";

    private static final String RESPONDERS =
            "SELECT grid_code, role, scope FROM responder WHERE data_set = ?";

    private static final String FACILITIES =
            "SELECT code, name, category, ST_X(geom), ST_Y(geom) FROM facility WHERE data_set = ?";

    private static final String ADDRESSES =
            "SELECT text, ST_X(geom), ST_Y(geom) FROM address WHERE data_set = ?";

    private final DataSource database;

    public JdbcAtlasSource(DataSource database) {
        this.database = database;
    }

    @Override
    public long version() {
        try (Connection connection = database.getConnection()) {
            return Sql.number(connection, VERSION);
        } catch (SQLException e) {
            throw new StoreException("reading the version of the atlas", e);
        }
    }

    @Override
    public Atlas load(Atlas previous) {
        try {
            return Snapshot.read(database, connection -> load(connection, previous));
        } catch (SQLException e) {
            throw new StoreException("loading the atlas", e);
        }
    }

    private static Atlas load(Connection connection, Atlas previous) throws SQLException {
        long version = Sql.number(connection, VERSION);
        Map<District, Edition> inForce = new HashMap<>();
        Sql.query(
                connection,
                DISTRICTS_IN_FORCE,
                rows ->
                        inForce.put(
                                new District(rows.getString(1), rows.getString(2)),
                                new Edition(rows.getString(1), rows.getInt(3))));
        List<DistrictPart> parts = new ArrayList<>();
        for (Map.Entry<District, Edition> entry : inForce.entrySet()) {
            parts.add(part(connection, entry.getKey(), entry.getValue(), previous));
        }
        return new Atlas(version, parts);
    }

    private static DistrictPart part(
            Connection connection, District district, Edition edition, Atlas previous)
            throws SQLException {
        Map<String, Long> dataSets = new HashMap<>();
        Sql.query(
                connection,
                DATA_SETS,
                row -> dataSets.put(row.getString(1), row.getLong(2)),
                district.code());
        DistrictPart.Version version = new DistrictPart.Version(edition, dataSets);
        Optional<DistrictPart> held =
                Optional.ofNullable(previous)
                        .flatMap(atlas -> atlas.part(district.code()))
                        .filter(part -> part.version().equals(version));
        return held.isPresent()
                ? held.get()
                : new DistrictPart(version, content(connection, district, version));
    }

    private static DistrictPart.Content content(
            Connection connection, District district, DistrictPart.Version version)
            throws SQLException {
        String edition = version.edition().id();
        List<Responder> responders = new ArrayList<>();
        Sql.query(
                connection,
                RESPONDERS,
                row ->
                        responders.add(
                                new Responder(
                                        row.getString(1), row.getString(2), row.getString(3))),
                version.dataSets().get("responder"));
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
                                        Sql.point(row, 4))),
                version.dataSets().get("facility"));
        AddressBook.Builder addresses = new AddressBook.Builder();
        Sql.query(
                connection,
                ADDRESSES,
                row -> addresses.add(row.getString(1), Sql.point(row, 2)),
                version.dataSets().get("address"));
        return new DistrictPart.Content(
                district,
                GridReader.towns(connection, edition),
                GridReader.grids(connection, edition),
                responders,
                facilities,
                addresses.build());
    }
}
