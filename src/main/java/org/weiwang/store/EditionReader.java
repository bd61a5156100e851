package org.weiwang.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionSummary;
import org.weiwang.edition.Publication;
import org.weiwang.grid.Level;

/** Reads what became of editions. */
final class EditionReader {
    /**
     * Null stands for every district and every edition. What became of all editions is made out
     * once, as there may be a thousand of them.
     */
    private static final String SUMMARIES =
            """
            WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS moment),
            standing AS MATERIALIZED (
                SELECT publication_standing.*, effective_from > clock.moment AS is_to_come
                FROM clock CROSS JOIN publication_standing),
            told AS (
                SELECT DISTINCT ON (edition) edition, effective_from, published_at, published_by
                FROM standing ORDER BY edition, is_to_come, effective_from DESC),
            life AS (
                SELECT edition, bool_or(NOT is_to_come) AS was_in_force,
                    array_agg(effective_from ORDER BY effective_from)
                        FILTER (WHERE is_to_come) AS awaited
                FROM standing GROUP BY edition),
            in_force AS (
                SELECT id FROM clock CROSS JOIN LATERAL edition_in_force_at(clock.moment))
            SELECT edition.district, edition.number, edition.district_name, edition.created_at,
                CASE
                    WHEN edition.state = 'DRAFT' THEN 'DRAFT'
                    WHEN in_force.id IS NOT NULL THEN 'PUBLISHED'
                    WHEN life.was_in_force THEN 'RETIRED'
                    ELSE 'SEALED'
                END,
                told.effective_from, told.published_at, told.published_by,
                coalesce(life.awaited, '{}')
            FROM clock CROSS JOIN edition
            LEFT JOIN in_force ON in_force.id = edition.id
            LEFT JOIN told ON told.edition = edition.id
            LEFT JOIN life ON life.edition = edition.id
            WHERE edition.district = coalesce(?, edition.district)
                AND edition.id = coalesce(?, edition.id)
            ORDER BY edition.district, edition.number DESC
            """;

    private static final String GRIDS =
            "SELECT level, count(*) FROM grid WHERE edition = ? GROUP BY level";

    private static final String PUBLICATIONS =
            """
            SELECT edition.district, edition.number, publication.id, effective_from, published_at,
                published_by
            FROM publication JOIN edition ON edition.id = publication.edition
            WHERE edition.district = ?
            ORDER BY publication.id DESC LIMIT ?
            """;

    private EditionReader() {}

    /**
     * By district, of each the newest number first.
     *
     * @param district code; null for all
     * @param id null for all
     */
    static List<EditionSummary> summaries(Connection connection, String district, String id)
            throws SQLException {
        List<EditionSummary> summaries = new ArrayList<>();
        Sql.query(
                connection,
                SUMMARIES,
                row -> summaries.add(summary(row, grids(connection, edition(row)))),
                district,
                id);
        return summaries;
    }

    private static EditionSummary summary(ResultSet row, Map<Level, Long> grids)
            throws SQLException {
        return new EditionSummary(
                edition(row),
                row.getString(3),
                EditionSummary.State.valueOf(row.getString(5)),
                Sql.instant(row, 4),
                Sql.instant(row, 6),
                Sql.instant(row, 7),
                row.getString(8),
                Sql.instants(row, 9),
                grids);
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(row.getString(1), row.getInt(2));
    }

    private static Map<Level, Long> grids(Connection connection, Edition edition)
            throws SQLException {
        Map<Level, Long> grids = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            grids.put(level, 0L);
        }
        Sql.query(
                connection,
                GRIDS,
                row -> grids.put(Level.valueOf(row.getString(1)), row.getLong(2)),
                edition.id());
        return grids;
    }

    /** The newest so many publications of a district, the newest first. */
    static List<Publication> publications(Connection connection, String district, int limit)
            throws SQLException {
        List<Publication> publications = new ArrayList<>();
        Sql.query(
                connection,
                PUBLICATIONS,
                row ->
                        publications.add(
                                new Publication(
                                        row.getLong(3),
                                        edition(row),
                                        Sql.instant(row, 4),
                                        Sql.instant(row, 5),
                                        row.getString(6))),
                district,
                limit);
        return publications;
    }
}
