package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.AtlasSource;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.History;
import org.weiwang.atlas.Matchers;
import org.weiwang.atlas.Outlook;
import org.weiwang.edition.Edition;

/** Builds atlases from PostGIS, each within one snapshot of the database and for one moment. */
public final class JdbcAtlasSource implements AtlasSource {
    private static final String IN_FORCE =
            "SELECT district, number FROM edition_in_force_at(?) AS edition ORDER BY id";

    private static final String DATA_SETS = "SELECT name, version FROM data_set_beside(?, ?)";

    private static final String HISTORY =
            """
            SELECT district, number, effective_from FROM publication_standing
            ORDER BY effective_from, district
            """;

    private static final String NEXT =
            "SELECT min(effective_from) FROM publication WHERE effective_from > ?";

    private final DataSource forRequests;
    private final DataSource forLoading;
    private final AddressBooks books;
    private final Matchers matchers = new Matchers();

    /**
     * @param forRequests for what is asked again and again and had at once
     * @param forLoading for the rows of whole districts
     * @param books where those of the districts' addresses are kept
     */
    public JdbcAtlasSource(DataSource forRequests, DataSource forLoading, AddressBooks books) {
        this.forRequests = forRequests;
        this.forLoading = forLoading;
        this.books = books;
    }

    @Override
    public Outlook outlook() {
        try {
            return Snapshot.readRows(forRequests, JdbcAtlasSource::outlook);
        } catch (SQLException e) {
            throw new StoreException("reading what is in force", e);
        }
    }

    private static Outlook outlook(Connection connection) throws SQLException {
        UUID history = StoredHistory.id(connection);
        OffsetDateTime moment = Sql.moment(connection);
        return new Outlook(
                history,
                AtlasVersion.at(connection, moment),
                inForce(connection, moment),
                upcoming(connection, history, moment),
                untilNext(connection, moment));
    }

    @Override
    public Optional<Atlas> assemble(Collection<DistrictPart> held) {
        try {
            return Snapshot.readRows(
                    forRequests, connection -> load(connection, version -> find(held, version)));
        } catch (SQLException e) {
            throw new StoreException("reading what is in force", e);
        }
    }

    @Override
    public Optional<Atlas> assembleEditions(Collection<DistrictPart> held) {
        try {
            return Snapshot.readRows(
                    forRequests,
                    connection ->
                            load(
                                    connection,
                                    version ->
                                            find(held, version)
                                                    .or(() -> findEdition(held, version))));
        } catch (SQLException e) {
            throw new StoreException("reading what is in force", e);
        }
    }

    @Override
    public Atlas load(Collection<DistrictPart> held) {
        try {
            return Snapshot.read(
                            forLoading,
                            connection ->
                                    load(
                                            connection,
                                            version -> findOrRead(connection, held, version)))
                    .orElseThrow();
        } catch (SQLException e) {
            throw new StoreException("loading the atlas", e);
        }
    }

    /** Where the part of a version comes from. */
    @FunctionalInterface
    private interface Parts {
        Optional<DistrictPart> get(DistrictPart.Version version) throws SQLException;
    }

    /** Empty when a part can't be had. */
    private Optional<Atlas> load(Connection connection, Parts source) throws SQLException {
        UUID id = StoredHistory.id(connection);
        OffsetDateTime moment = Sql.moment(connection);
        List<DistrictPart> parts = new ArrayList<>();
        long number = AtlasVersion.at(connection, moment);
        boolean whole = true;
        for (Edition edition : inForce(connection, moment)) {
            DistrictPart.Version version = version(connection, id, edition, moment);
            Optional<DistrictPart> part = source.get(version);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
            whole &= part.get().isOf(version);
        }
        return Optional.of(
                new Atlas(
                        whole ? number : AtlasVersion.almost(number),
                        history(connection, id),
                        parts,
                        matchers));
    }

    private static Optional<DistrictPart> find(
            Collection<DistrictPart> held, DistrictPart.Version version) {
        return held.stream().filter(part -> part.isOf(version)).findFirst();
    }

    private static Optional<DistrictPart> findEdition(
            Collection<DistrictPart> held, DistrictPart.Version version) {
        return held.stream().filter(part -> part.version().isOfEditionOf(version)).findFirst();
    }

    private Optional<DistrictPart> findOrRead(
            Connection connection, Collection<DistrictPart> held, DistrictPart.Version version)
            throws SQLException {
        Optional<DistrictPart> found = find(held, version);
        return found.isPresent()
                ? found
                : Optional.of(DistrictReader.part(connection, version, held, books));
    }

    @Override
    public Optional<DistrictPart> part(
            DistrictPart.Version version, Collection<DistrictPart> held) {
        try {
            return Snapshot.read(
                    forLoading,
                    connection ->
                            StoredHistory.id(connection).equals(version.history())
                                    ? Optional.of(
                                            DistrictReader.part(connection, version, held, books))
                                    : Optional.empty());
        } catch (SQLException e) {
            throw new StoreException("loading edition " + version.edition().id(), e);
        }
    }

    private static List<Edition> inForce(Connection connection, OffsetDateTime moment)
            throws SQLException {
        List<Edition> editions = new ArrayList<>();
        Sql.query(
                connection,
                IN_FORCE,
                row -> editions.add(new Edition(row.getString(1), row.getInt(2))),
                moment);
        return editions;
    }

    /** What the part of a district is made from when the edition is in force at the moment. */
    private static DistrictPart.Version version(
            Connection connection, UUID history, Edition edition, OffsetDateTime moment)
            throws SQLException {
        Map<String, Long> dataSets = new HashMap<>();
        Sql.query(
                connection,
                DATA_SETS,
                row -> dataSets.put(row.getString(1), row.getLong(2)),
                edition.id(),
                moment);
        return new DistrictPart.Version(history, edition, dataSets);
    }

    private static History history(Connection connection, UUID id) throws SQLException {
        List<History.Entry> entries = new ArrayList<>();
        Sql.query(
                connection,
                HISTORY,
                row ->
                        entries.add(
                                new History.Entry(
                                        new Edition(row.getString(1), row.getInt(2)),
                                        Sql.instant(row, 3))));
        return new History(id, entries);
    }

    private static List<DistrictPart.Version> upcoming(
            Connection connection, UUID history, OffsetDateTime moment) throws SQLException {
        List<DistrictPart.Version> versions = new ArrayList<>();
        for (Upcoming next : Upcoming.at(connection, moment)) {
            versions.add(version(connection, history, next.edition(), next.moment()));
        }
        return versions;
    }

    /** By the database's clock, which alone tells when a publication takes effect. */
    private static Optional<Duration> untilNext(Connection connection, OffsetDateTime moment)
            throws SQLException {
        OffsetDateTime[] next = new OffsetDateTime[1];
        Sql.query(
                connection, NEXT, row -> next[0] = row.getObject(1, OffsetDateTime.class), moment);
        return Optional.ofNullable(next[0]).map(time -> Duration.between(moment, time));
    }
}
