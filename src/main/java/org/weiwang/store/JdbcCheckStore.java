package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.weiwang.edition.Edition;
import org.weiwang.edition.checking.CheckStore;
import org.weiwang.edition.checking.Findings;
import org.weiwang.edition.layer.LayerSource;
import org.weiwang.grid.check.FindingKind;

/** Reads from PostGIS what was found in editions. */
public final class JdbcCheckStore implements CheckStore {
    private static final String CHECKED_AT =
            "SELECT imported_at FROM data_set WHERE edition = ? AND name = 'finding'";

    private static final String BY_KIND =
            """
            SELECT finding.kind, count(*)
            FROM data_set JOIN finding ON finding.data_set = data_set.version
            WHERE data_set.edition = ? AND data_set.name = 'finding'
            GROUP BY finding.kind
            """;

    private static final String VERSION =
            "SELECT version FROM data_set WHERE edition = ? AND name = 'finding'";

    private final DataSource database;

    public JdbcCheckStore(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Findings> findings(Edition edition) {
        try {
            return Snapshot.readRows(database, connection -> findings(connection, edition));
        } catch (SQLException e) {
            throw new StoreException("reading the findings of edition " + edition.id(), e);
        }
    }

    private static Optional<Findings> findings(Connection connection, Edition edition)
            throws SQLException {
        Instant[] checkedAt = new Instant[1];
        Sql.query(connection, CHECKED_AT, row -> checkedAt[0] = Sql.instant(row, 1), edition.id());
        if (checkedAt[0] == null) {
            return Optional.empty();
        }
        Map<FindingKind, Long> byKind = new EnumMap<>(FindingKind.class);
        Sql.query(
                connection,
                BY_KIND,
                row -> byKind.put(FindingKind.valueOf(row.getString(1)), row.getLong(2)),
                edition.id());
        return Optional.of(new Findings(checkedAt[0], byKind));
    }

    @Override
    public LayerSource source(Collection<Edition> editions) {
        try {
            return Snapshot.readRows(
                    database,
                    connection -> {
                        Map<Edition, Long> versions = new HashMap<>();
                        for (Edition edition : editions) {
                            Sql.query(
                                    connection,
                                    VERSION,
                                    row -> versions.put(edition, row.getLong(1)),
                                    edition.id());
                        }
                        return new LayerSource(StoredHistory.id(connection), versions);
                    });
        } catch (SQLException e) {
            throw new StoreException("reading the findings of " + editions, e);
        }
    }
}
