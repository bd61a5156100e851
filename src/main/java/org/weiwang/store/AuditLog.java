package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.weiwang.access.Actor;
import org.weiwang.access.AuditAction;

/** Adds to the audit, in the transaction of what it tells of. */
final class AuditLog {
    private static final String ADD =
            """
            INSERT INTO audit (who, origin, action, subject, edition_before, edition_after)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private AuditLog() {}

    static void add(Connection connection, Actor actor, AuditAction action, String subject)
            throws SQLException {
        add(connection, actor, action, subject, null, null);
    }

    /**
     * @param subject what it was done to, such as the id of an edition or the name of a token
     * @param before id of the edition that was in force before; null where that has no bearing
     * @param after id of the edition in force afterwards; null as before
     */
    static void add(
            Connection connection,
            Actor actor,
            AuditAction action,
            String subject,
            String before,
            String after)
            throws SQLException {
        Sql.update(
                connection,
                ADD,
                actor.name(),
                actor.origin(),
                action.name(),
                subject,
                before,
                after);
    }
}
