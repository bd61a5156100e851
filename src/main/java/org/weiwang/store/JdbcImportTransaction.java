package org.weiwang.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weiwang.access.Actor;
import org.weiwang.access.AuditAction;
import org.weiwang.address.Address;
import org.weiwang.address.Alias;
import org.weiwang.circle.Facility;
import org.weiwang.circle.ResidentialLand;
import org.weiwang.circle.Road;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionGrids;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.ImportTransaction;
import org.weiwang.edition.KnownNames;
import org.weiwang.edition.Placed;
import org.weiwang.edition.Rows;
import org.weiwang.geo.Wgs84;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Responder;
import org.weiwang.grid.Town;
import org.weiwang.grid.check.Finding;
import org.weiwang.grid.check.Fitness;

/** The writes of one import on one connection, whose transaction the caller ends. */
final class JdbcImportTransaction implements ImportTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcImportTransaction.class);

    private static final String NEXT_NUMBER =
            """
            INSERT INTO edition_number (district, last) VALUES (?, 1)
            ON CONFLICT (district) DO UPDATE SET last = edition_number.last + 1
            RETURNING last
            """;

    private static final String ADD_EDITION =
            """
            INSERT INTO edition (id, district, district_name, number, state)
            VALUES (?, ?, ?, ?, 'DRAFT')
            """;

    private static final Target TOWN = new Target("town", "edition, code, name");

    private static final Target GRID =
            new Target("grid", "edition, code, level, name, kind, parent_code, households, geom");

    private static final Target UNFIT_GRID =
            new Target(
                    "unfit_grid",
                    "edition, number, code, level, name, kind, parent_code, households, geom");

    private static final Target ADDRESS =
            new Target("address", "data_set, number, text, households, geom");

    private static final Target ROAD =
            new Target("road", "data_set, code, name, kind, layer, steps, noded, geom");

    private static final Target FACILITY =
            new Target("facility", "data_set, code, name, category, geom, entrance_of");

    private static final Target RESIDENTIAL_LAND =
            new Target("residential_land", "data_set, code, use, geom");

    private static final Target RESPONDER =
            new Target("responder", "data_set, grid_code, role, scope, contact");

    private static final Target ALIAS =
            new Target("alias", "data_set, kind, name, alias, from_day, until_day");

    private static final String NAMES_IN_FORCE =
            """
            SELECT edition.district_name, town.code, town.name
            FROM edition_in_force AS edition JOIN town ON town.edition = edition.id
            WHERE edition.district = ?
            """;

    private static final String CODES_IN_FORCE =
            "SELECT code FROM grid_in_force WHERE district = ?";

    /** What comes alone counts for this transaction at once, so that it prepares for it. */
    private static final String ADD_DATA_SET =
            """
            INSERT INTO data_set (district, name, edition, in_force_from)
            VALUES (?, ?, ?, CASE WHEN ?::text IS NULL THEN clock_timestamp() END)
            RETURNING version
            """;

    /** Not the time when its rows came, which may be minutes ago. */
    private static final String PUT_IN_FORCE =
            "UPDATE data_set SET in_force_from = clock_timestamp() WHERE version = ?";

    private static final String TAKE_OVER = "UPDATE data_set SET edition = ? WHERE edition = ?";

    private static final String KEEP_REPORT = "UPDATE edition SET report = ?::jsonb WHERE id = ?";

    /** Does not wait for long, should the database be about to do the same. */
    private static final String ANALYZE_ROADS = "SET LOCAL lock_timeout = '2s'; ANALYZE road";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final String district;

    /** The versions of the data sets written in this transaction, by name. */
    private final Map<String, Long> brought = new HashMap<>();

    private Edition edition;

    JdbcImportTransaction(Connection connection, String district) {
        this.connection = connection;
        this.district = district;
    }

    @Override
    public Edition draft(District of, List<Town> towns, List<Grid> rows) throws ImportException {
        try {
            edition = new Edition(district, (int) Sql.number(connection, NEXT_NUMBER, district));
            Sql.update(
                    connection, ADD_EDITION, edition.id(), district, of.name(), edition.number());
            TOWN.copy(
                    connection,
                    Rows.of(towns),
                    (row, town) -> row.text(edition.id()).text(town.code()).text(town.name()));
            Fitness fitness = Fitness.of(rows);
            GRID.copy(
                    connection,
                    Rows.of(fitness.grids()),
                    (row, grid) -> write(row.text(edition.id()), grid));
            UNFIT_GRID.copy(
                    connection,
                    Rows.of(fitness.unfit()),
                    (row, grid) -> write(row.text(edition.id()).integer(row.rows()), grid));
            return edition;
        } catch (SQLException e) {
            throw new StoreException("writing a draft of district " + district, e);
        }
    }

    private static void write(BinaryCopy row, Grid grid) throws IOException {
        row.text(grid.code())
                .text(grid.level().name())
                .text(grid.name())
                .text(grid.kind())
                .text(grid.parentCode())
                .integer(grid.households())
                .geometry(grid.geometry());
    }

    @Override
    public Optional<EditionGrids> contents(Edition of) {
        try {
            return GridReader.contents(connection, of.id());
        } catch (SQLException e) {
            throw new StoreException("reading edition " + of.id(), e);
        }
    }

    @Override
    public void takeOver(Edition former, Actor by) {
        try {
            if (StoredEdition.isDraft(connection, former.id())) {
                Leftovers.removeFindingsOf(connection, former);
                Sql.update(connection, TAKE_OVER, edition.id(), former.id());
                StoredEdition.remove(connection, former);
            }
            AuditLog.add(
                    connection,
                    by,
                    AuditAction.EDITION_REVISED,
                    edition.id(),
                    former.id(),
                    edition.id());
        } catch (SQLException e) {
            throw new StoreException("taking over edition " + former.id(), e);
        }
    }

    @Override
    public List<Finding> check() {
        try {
            return StoredCheck.run(connection, edition);
        } catch (SQLException e) {
            throw new StoreException("checking edition " + edition.id(), e);
        }
    }

    @Override
    public KnownNames namesInForce() {
        Set<String> name = new HashSet<>();
        Map<String, String> towns = new HashMap<>();
        try {
            Sql.query(
                    connection,
                    NAMES_IN_FORCE,
                    row -> {
                        name.add(row.getString(1));
                        towns.put(row.getString(2), row.getString(3));
                    },
                    district);
        } catch (SQLException e) {
            throw new StoreException("reading the names of district " + district, e);
        }
        return new KnownNames(String.join("", name), towns);
    }

    @Override
    public Set<String> gridCodesInForce() {
        Set<String> codes = new HashSet<>();
        try {
            Sql.query(connection, CODES_IN_FORCE, row -> codes.add(row.getString(1)), district);
        } catch (SQLException e) {
            throw new StoreException("reading the grid codes of district " + district, e);
        }
        return codes;
    }

    @Override
    public long addAddresses(Rows<Address> rows) throws ImportException {
        try {
            long version = newDataSet(ADDRESS);
            Partition partition = Partition.ofAddresses(version);
            partition.create(connection);
            return ADDRESS.in(partition)
                    .copy(
                            connection,
                            rows,
                            (row, address) ->
                                    row.number(version)
                                            .integer(row.rows())
                                            .text(address.text())
                                            .integer(address.households())
                                            .geometry(Wgs84.point(address.point())));
        } catch (SQLException e) {
            throw new StoreException("writing addresses of " + district, e);
        }
    }

    @Override
    public long addRoads(Rows<Road> rows) throws ImportException {
        return add(
                ROAD,
                rows,
                (row, road) ->
                        row.text(road.code())
                                .text(road.name())
                                .text(road.kind())
                                .integer(road.layer())
                                .flag(road.isSteps())
                                .flag(road.isNoded())
                                .geometry(road.geometry()));
    }

    @Override
    public long addFacilities(Rows<Facility> rows) throws ImportException {
        return add(
                FACILITY,
                rows,
                (row, facility) ->
                        row.text(facility.code())
                                .text(facility.name())
                                .text(facility.category())
                                .geometry(Wgs84.point(facility.point()))
                                .text(facility.entranceOf()));
    }

    @Override
    public long addResidentialLand(Rows<ResidentialLand> rows) throws ImportException {
        return add(
                RESIDENTIAL_LAND,
                rows,
                (row, land) -> row.text(land.code()).text(land.use()).geometry(land.geometry()));
    }

    @Override
    public long addResponders(Rows<Responder> rows) throws ImportException {
        return add(
                RESPONDER,
                rows,
                (row, responder) ->
                        row.text(responder.gridCode())
                                .text(responder.role())
                                .text(responder.scope())
                                .text(responder.contact()));
    }

    @Override
    public long addAliases(Rows<Alias> rows) throws ImportException {
        return add(
                ALIAS,
                rows,
                (row, alias) ->
                        row.text(alias.kind().name())
                                .text(alias.name())
                                .text(alias.alias())
                                .day(alias.from())
                                .day(alias.until()));
    }

    @Override
    public void keepReport(ImportReport report) {
        try {
            Sql.update(connection, KEEP_REPORT, JSON.writeValueAsString(report), edition.id());
        } catch (SQLException e) {
            throw new StoreException("keeping the report of edition " + edition.id(), e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void record(Actor by) {
        try {
            if (edition != null) {
                AuditLog.add(connection, by, AuditAction.EDITION_IMPORTED, edition.id());
            } else {
                String names = String.join(", ", new TreeSet<>(brought.keySet()));
                AuditLog.add(
                        connection,
                        by,
                        AuditAction.DATA_SETS_IMPORTED,
                        "%s of %s".formatted(names, district));
            }
        } catch (SQLException e) {
            throw new StoreException("recording an import of district " + district, e);
        }
    }

    @Override
    public Optional<Placed> prepare() {
        try {
            return Preparation.run(
                    connection,
                    edition == null
                            ? Awaited.of(connection, district)
                            : List.of(new Awaited(edition, Sql.moment(connection))));
        } catch (SQLException e) {
            throw new StoreException("placing the addresses of district " + district, e);
        }
    }

    @Override
    public void putInForce(Actor by) throws ImportException {
        prepare();
        try {
            AtlasVersion.next(connection);
            if (edition == null) {
                for (long dataSet : brought.values()) {
                    Sql.update(connection, PUT_IN_FORCE, dataSet);
                }
            } else {
                publish(by);
            }
        } catch (SQLException e) {
            throw new StoreException("putting an import of district " + district + " in force", e);
        }
    }

    private void publish(Actor by) throws SQLException, ImportException {
        OffsetDateTime now = Sql.moment(connection);
        List<String> faults = Publishing.codesElsewhere(connection, edition, now);
        if (!faults.isEmpty()) {
            throw new ImportException(faults);
        }
        Publishing.add(connection, edition, now, by);
    }

    /**
     * Lets pages of roads be planned with those that came. To be called after the commit, since
     * imports of other districts would wait for it.
     */
    void analyze() {
        if (!brought.containsKey(ROAD.table())) {
            return;
        }
        try {
            Sql.update(connection, ANALYZE_ROADS);
            connection.commit();
        } catch (SQLException e) {
            // What was committed before stands, and must not look failed.
            Sql.rollBack(connection, e);
            LOG.warn("pages of roads are slow until the database analyzes them: {}", e.toString());
        }
    }

    private <T> long add(Target target, Rows<T> rows, Target.RowWriter<T> writer)
            throws ImportException {
        try {
            long version = newDataSet(target);
            return target.copy(
                    connection, rows, (row, item) -> writer.write(row.number(version), item));
        } catch (SQLException e) {
            throw new StoreException("writing " + target.table() + " of " + district, e);
        }
    }

    private long newDataSet(Target target) throws SQLException {
        String with = edition == null ? null : edition.id();
        long version = Sql.number(connection, ADD_DATA_SET, district, target.table(), with, with);
        brought.put(target.table(), version);
        return version;
    }
}
