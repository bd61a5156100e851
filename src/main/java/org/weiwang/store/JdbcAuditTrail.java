package org.weiwang.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.weiwang.access.Actor;
import org.weiwang.access.AuditAction;
import org.weiwang.access.AuditEntry;
import org.weiwang.access.AuditTrail;

/** The audit in PostgreSQL. */
public final class JdbcAuditTrail implements AuditTrail {
    private static final String READ =
            """
            SELECT id, at, who, origin, action, subject, edition_before, edition_after
            FROM audit
            WHERE id < ?
            ORDER BY id DESC
            LIMIT ?
            """;

    private final DataSource database;

    public JdbcAuditTrail(DataSource database) {
        this.database = database;
    }

    @Override
    public List<AuditEntry> read(long before, int limit) {
        List<AuditEntry> entries = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            Sql.query(connection, READ, row -> entries.add(entry(row)), before, limit);
        } catch (SQLException e) {
            throw new StoreException("reading the audit", e);
        }
        return entries;
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong(1),
                Sql.instant(row, 2),
                new Actor(row.getString(3), row.getString(4)),
                AuditAction.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
