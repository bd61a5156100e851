package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.weiwang.access.Actor;
import org.weiwang.access.AuditAction;
import org.weiwang.edition.ConflictException;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionGrids;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.EditionSummary;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.Publication;
import org.weiwang.edition.PublishException;
import org.weiwang.edition.Replaced;
import org.weiwang.edition.checking.Sentence;
import org.weiwang.geo.Bbox;
import org.weiwang.grid.Grid;
import org.weiwang.grid.check.Finding;

/** Editions and data sets in PostGIS. */
public final class JdbcEditionStore implements EditionStore {
    private static final String REPORT = "SELECT report::text FROM edition WHERE id = ?";

    private static final String WAS_IN_FORCE =
            """
            SELECT count(*) FROM publication_standing
            WHERE edition = ? AND effective_from <= clock_timestamp()
            """;

    private static final String NOT_CHECKED =
            """
            SELECT DISTINCT district, number FROM edition_awaited AS edition
            WHERE NOT EXISTS (
                SELECT FROM data_set WHERE data_set.edition = edition.id AND name = 'finding')
            ORDER BY district, number
            """;

    /** PostgreSQL keeps later ones, too, but they are slips of the pen. */
    private static final int LAST_YEAR = 9999;

    private final DataSource forRequests;
    private final DataSource forLongWork;
    private final Leftovers leftovers;

    /**
     * @param forRequests for what is only read
     * @param forLongWork for what may take minutes: importing, preparing and publishing
     */
    public JdbcEditionStore(DataSource forRequests, DataSource forLongWork) {
        this(forRequests, forLongWork, Leftovers.KEPT_FOR);
    }

    /**
     * @param keptFor how long what was in force can still be read, in whole seconds
     */
    public JdbcEditionStore(DataSource forRequests, DataSource forLongWork, Duration keptFor) {
        this.forRequests = forRequests;
        this.forLongWork = forLongWork;
        this.leftovers = new Leftovers(keptFor);
    }

    @Override
    public <R> R importing(String districtCode, Work<R> work) throws ImportException {
        try (Connection connection = forLongWork.getConnection()) {
            connection.setAutoCommit(false);
            try {
                DistrictLock.await(connection, districtCode);
                JdbcImportTransaction transaction =
                        new JdbcImportTransaction(connection, districtCode);
                R result = work.run(transaction);
                connection.commit();
                transaction.analyze();
                leftovers.remove(connection);
                return result;
            } catch (ImportException | SQLException | RuntimeException | Error e) {
                Sql.rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException("importing district " + districtCode, e);
        }
    }

    @Override
    public List<String> districtsNotPlaced() {
        return read(
                "reading which districts are not placed",
                connection ->
                        PairInForce.all(connection, Sql.moment(connection)).stream()
                                .filter(pair -> !pair.isPlaced())
                                .map(pair -> pair.edition().district())
                                .toList());
    }

    @Override
    public List<Edition> editionsNotChecked() {
        return read(
                "reading which editions are not checked",
                connection -> {
                    List<Edition> editions = new ArrayList<>();
                    Sql.query(
                            connection,
                            NOT_CHECKED,
                            row -> editions.add(new Edition(row.getString(1), row.getInt(2))));
                    return editions;
                });
    }

    @Override
    public void check(Edition edition) throws ConflictException {
        changing(
                edition,
                "checking",
                connection -> {
                    List<Finding> findings = StoredCheck.run(connection, edition);
                    AtlasVersion.next(connection);
                    return findings;
                });
    }

    @Override
    public List<EditionSummary> editions(Optional<String> district) {
        return read(
                "reading the editions",
                connection -> EditionReader.summaries(connection, district.orElse(null), null));
    }

    @Override
    public Optional<EditionSummary> edition(String id) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL has no such text.
        }
        return read(
                "reading edition " + id,
                connection -> EditionReader.summaries(connection, null, id).stream().findFirst());
    }

    @Override
    public Optional<EditionGrids> contents(Edition edition) {
        try {
            return Snapshot.read(
                    forLongWork, connection -> GridReader.contents(connection, edition.id()));
        } catch (SQLException e) {
            throw new StoreException("reading edition " + edition.id(), e);
        }
    }

    @Override
    public List<Grid> gridsIn(Edition edition, Bbox box, int limit) {
        return read(
                "reading grids of edition " + edition.id(),
                connection -> GridReader.rowsIn(connection, edition.id(), box, limit));
    }

    @Override
    public Optional<String> report(String id) {
        return read(
                "reading the report of edition " + id,
                connection -> Optional.ofNullable(Sql.text(connection, REPORT, id)));
    }

    @Override
    public List<Publication> publications(String district) {
        return read(
                "reading the publications of district " + district,
                connection -> EditionReader.publications(connection, district, Integer.MAX_VALUE));
    }

    @Override
    public long head(String district) {
        return read(
                "reading the newest publication of district " + district,
                connection -> head(connection, district).map(Publication::id).orElse(0L));
    }

    @Override
    public void prepare(Edition edition, Instant effectiveFrom, Replaced replaced)
            throws ConflictException, PublishException {
        changing(
                edition,
                "preparing",
                connection -> {
                    OffsetDateTime from = effective(connection, effectiveFrom);
                    refuseOutdated(connection, edition, from, effectiveFrom, replaced);
                    refuseCodesElsewhere(connection, edition, from);
                    Preparation.forPublication(connection, new Awaited(edition, from));
                    if (!wasInForce(connection, edition)) {
                        refuseErrors(edition, StoredCheck.run(connection, edition));
                    }
                    return edition;
                });
    }

    @Override
    public Publication publish(
            Edition edition, Instant effectiveFrom, long expectedHead, Replaced replaced, Actor by)
            throws ConflictException, PublishException {
        return changing(
                edition,
                "publishing",
                connection -> {
                    refuseOtherHead(connection, edition, expectedHead);
                    OffsetDateTime prepared = effective(connection, effectiveFrom);
                    Preparation.run(connection, List.of(new Awaited(edition, prepared)));
                    AtlasVersion.next(connection);
                    OffsetDateTime from = effective(connection, effectiveFrom);
                    refuseOutdated(connection, edition, from, effectiveFrom, replaced);
                    refuseCodesElsewhere(connection, edition, from);
                    return Publishing.add(connection, edition, from, by);
                });
    }

    @Override
    public void discard(Edition edition, Actor by) throws ConflictException {
        changing(
                edition,
                "discarding",
                connection -> {
                    if (!StoredEdition.isDraft(connection, edition.id())) {
                        throw new ConflictException(
                                "edition %s is sealed; only drafts can be discarded"
                                        .formatted(edition.id()));
                    }
                    Leftovers.removeRowsOf(connection, edition);
                    StoredEdition.remove(connection, edition);
                    AuditLog.add(connection, by, AuditAction.EDITION_DISCARDED, edition.id());
                    return edition;
                });
    }

    @Override
    public void removeLeftovers() {
        try (Connection connection = forLongWork.getConnection()) {
            connection.setAutoCommit(false);
            leftovers.remove(connection);
        } catch (SQLException e) {
            throw new StoreException("removing what was in force", e);
        }
    }

    /** The moment asked for; now, as the database's clock has it, where none was. */
    private static OffsetDateTime effective(Connection connection, Instant asked)
            throws SQLException, PublishException {
        OffsetDateTime now = Sql.moment(connection);
        if (asked == null) {
            return now;
        }
        if (asked.isBefore(now.toInstant())) {
            throw new PublishException("the time %s has passed; it is %s".formatted(asked, now));
        }
        OffsetDateTime from = asked.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        if (from.getYear() > LAST_YEAR) {
            throw new PublishException("the time %s lies after the year 9999".formatted(asked));
        }
        return from;
    }

    private static void refuseOtherHead(Connection connection, Edition edition, long expected)
            throws SQLException, ConflictException {
        Optional<Publication> newest = head(connection, edition.district());
        if (newest.isPresent() && newest.get().id() != expected) {
            throw new ConflictException(
                    "%s was faster and published edition %s at %s, from %s on"
                            .formatted(
                                    newest.get().publishedBy(),
                                    newest.get().edition().id(),
                                    newest.get().publishedAt(),
                                    newest.get().effectiveFrom()));
        }
    }

    /**
     * @param asked the moment as the caller said it; null for now
     */
    private static void refuseOutdated(
            Connection connection,
            Edition edition,
            OffsetDateTime from,
            Instant asked,
            Replaced replaced)
            throws SQLException, ConflictException {
        String before = Publishing.inForceAt(connection, edition.district(), from);
        if (replaced != null) {
            replaced.refuseOther(before, asked);
        }
        if (edition.id().equals(before)) {
            throw new ConflictException(
                    "edition %s is in force at %s already; to take back a publication that is still to come, publish for its time"
                            .formatted(edition.id(), from));
        }
    }

    private static void refuseCodesElsewhere(
            Connection connection, Edition edition, OffsetDateTime from)
            throws SQLException, PublishException {
        List<String> faults = Publishing.codesElsewhere(connection, edition, from);
        if (!faults.isEmpty()) {
            throw new PublishException(faults);
        }
    }

    /** What was in force may come back as it was. */
    private static boolean wasInForce(Connection connection, Edition edition) throws SQLException {
        return Sql.number(connection, WAS_IN_FORCE, edition.id()) > 0;
    }

    private static void refuseErrors(Edition edition, List<Finding> findings)
            throws PublishException {
        List<String> errors =
                findings.stream().filter(Finding::isError).map(Sentence::english).toList();
        if (!errors.isEmpty()) {
            throw PublishException.ofErrors(edition.id(), errors);
        }
    }

    private static Optional<Publication> head(Connection connection, String district)
            throws SQLException {
        return EditionReader.publications(connection, district, 1).stream().findFirst();
    }

    @FunctionalInterface
    private interface Reading<R> {
        R read(Connection connection) throws SQLException;
    }

    private <R> R read(String doing, Reading<R> reading) {
        try (Connection connection = forRequests.getConnection()) {
            return reading.read(connection);
        } catch (SQLException e) {
            throw new StoreException(doing, e);
        }
    }

    /** What is changed of an edition, apart from imports. */
    @FunctionalInterface
    private interface Change<R, X extends Exception> {
        R run(Connection connection) throws SQLException, ConflictException, X;
    }

    private <R, X extends Exception> R changing(Edition edition, String doing, Change<R, X> change)
            throws ConflictException, X {
        try (Connection connection = forLongWork.getConnection()) {
            connection.setAutoCommit(false);
            try {
                DistrictLock.claim(connection, edition.district());
                refuseGone(connection, edition);
                R result = change.run(connection);
                connection.commit();
                Preparation.catchUp(connection, edition.district());
                leftovers.remove(connection);
                return result;
            } catch (Exception | Error e) {
                Sql.rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            if (DistrictLock.timedOut(e)) {
                throw new ConflictException(
                        "an import or a publication of another district is just being committed");
            }
            throw new StoreException(doing + " edition " + edition.id(), e);
        }
    }

    private static void refuseGone(Connection connection, Edition edition)
            throws SQLException, ConflictException {
        if (!StoredEdition.isThere(connection, edition.id())) {
            throw new ConflictException("edition " + edition.id() + " was discarded meanwhile");
        }
    }
}
