package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Servers;

/**
 * An edition that servers are to be ready for.
 *
 * @param moment from which on it would be in force; that of asking for one that is being published
 */
record Upcoming(Edition edition, OffsetDateTime moment) {
    /**
     * Those that are being published come first, since someone waits. Those that are scheduled are
     * held ready for the last minutes, not for months.
     */
    private static final String ALL =
            """
            SELECT edition.district, edition.number, upcoming.moment
            FROM (SELECT ?::timestamptz AS moment) AS clock
            CROSS JOIN LATERAL (
                SELECT edition, clock.moment, announced_at
                FROM edition_to_prepare
                WHERE expires_at > clock.moment
                    AND edition NOT IN (SELECT id FROM edition_in_force_at(clock.moment))
                UNION ALL
                SELECT edition, effective_from, NULL
                FROM publication_standing
                WHERE effective_from > clock.moment
                    AND effective_from <= clock.moment + ? * interval '1 second') AS upcoming
            JOIN edition ON edition.id = upcoming.edition
            ORDER BY announced_at NULLS LAST, upcoming.moment, edition.id
            """;

    /** The most urgent first. */
    static List<Upcoming> at(Connection connection, OffsetDateTime moment) throws SQLException {
        List<Upcoming> upcoming = new ArrayList<>();
        Sql.query(
                connection,
                ALL,
                row ->
                        upcoming.add(
                                new Upcoming(
                                        new Edition(row.getString(1), row.getInt(2)),
                                        row.getObject(3, OffsetDateTime.class))),
                moment,
                Servers.AHEAD.toSeconds());
        return upcoming;
    }
}
