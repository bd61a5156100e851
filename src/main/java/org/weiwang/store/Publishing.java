package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.access.Actor;
import org.weiwang.access.AuditAction;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Publication;

/** The writes of one publication, in the caller's transaction. */
final class Publishing {
    private static final String IN_FORCE_AT =
            "SELECT id FROM edition_in_force_at(?) AS edition WHERE district = ?";

    /** In force in other districts while the edition would be: then, or coming before its end. */
    private static final String ELSEWHERE =
            """
            SELECT id FROM edition_in_force_at(?) AS edition WHERE district <> ?
            UNION
            SELECT edition FROM publication_standing
            WHERE district <> ? AND effective_from > ? AND effective_from < coalesce(
                (SELECT min(effective_from) FROM publication_standing
                 WHERE district = ? AND effective_from > ?),
                'infinity')
            ORDER BY id
            """;

    /** Of two editions at a time, whose codes are met in their order; no other plan is as fast. */
    private static final String CODES_OF_BOTH =
            """
            SELECT ours.code FROM grid AS ours JOIN grid AS theirs ON theirs.code = ours.code
            WHERE ours.edition = ? AND theirs.edition = ?
            ORDER BY ours.code LIMIT 10
            """;

    private static final String SEAL =
            "UPDATE edition SET state = 'SEALED' WHERE id = ? AND state = 'DRAFT'";

    private static final String ADD =
            """
            INSERT INTO publication (edition, effective_from, published_at, published_by)
            VALUES (?, ?, clock_timestamp(), ?)
            RETURNING id, published_at
            """;

    private Publishing() {}

    /** The id of the edition in force in the district at the moment; null for none. */
    static String inForceAt(Connection connection, String district, OffsetDateTime moment)
            throws SQLException {
        return Sql.text(connection, IN_FORCE_AT, moment, district);
    }

    /** One sentence for each of the first codes that would be in force twice. */
    static List<String> codesElsewhere(Connection connection, Edition edition, OffsetDateTime from)
            throws SQLException {
        String district = edition.district();
        List<String> elsewhere = new ArrayList<>();
        Sql.query(
                connection,
                ELSEWHERE,
                row -> elsewhere.add(row.getString(1)),
                from,
                district,
                district,
                from,
                district,
                from);
        List<String> faults = new ArrayList<>();
        for (String other : elsewhere) {
            Sql.query(
                    connection,
                    CODES_OF_BOTH,
                    row ->
                            faults.add(
                                    "the code %s is in force in edition %s too"
                                            .formatted(row.getString(1), other)),
                    edition.id(),
                    other);
        }
        return faults;
    }

    /** Seals the edition and puts it in force from the moment on, with its record. */
    static Publication add(Connection connection, Edition edition, OffsetDateTime from, Actor by)
            throws SQLException {
        String before = inForceAt(connection, edition.district(), from);
        Sql.update(connection, SEAL, edition.id());
        List<Publication> added = new ArrayList<>();
        Sql.query(
                connection,
                ADD,
                row ->
                        added.add(
                                new Publication(
                                        row.getLong(1),
                                        edition,
                                        from.toInstant(),
                                        Sql.instant(row, 2),
                                        by.name())),
                edition.id(),
                from,
                by.name());
        AuditLog.add(
                connection, by, AuditAction.EDITION_PUBLISHED, edition.id(), before, edition.id());
        return added.get(0);
    }
}
