package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Outcome;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.LookupQuery;
import org.weiwang.http.wire.Parameters;

/**
 * The look-up of a point without an atlas: one prepared statement, which walks the spatial index
 * once for the micro grid and once for the dedicated grid, and higher levels only where no micro
 * grid covers the point. The grids are in the schema {@code bench}, as the benchmarks prepare them.
 */
final class PostgisLookup implements Handler {
    private static final String PLACE =
            """
            WITH
            asked AS (SELECT ST_SetSRID(ST_MakePoint(?, ?), 4326) AS point),
            micro AS (
                SELECT district, edition, code, name, parent_code,
                    NOT ST_Contains(geom, point) AS on_boundary
                FROM asked JOIN bench.grid ON ST_Covers(geom, point)
                WHERE level = 'MICRO'
                ORDER BY code LIMIT 1),
            dedicated AS (
                SELECT district, edition, code, name,
                    NOT ST_Contains(geom, point) AS on_boundary
                FROM asked JOIN bench.grid ON ST_Covers(geom, point)
                WHERE level = 'DEDICATED'
                ORDER BY code LIMIT 1),
            general AS (
                SELECT micro.district, edition, grid.code, grid.name, grid.parent_code
                FROM micro JOIN bench.grid USING (edition)
                WHERE grid.code = micro.parent_code
                UNION ALL (
                SELECT district, edition, code, name, parent_code
                FROM asked JOIN bench.grid ON ST_Covers(geom, point)
                WHERE level = 'GENERAL' AND NOT EXISTS (SELECT FROM micro)
                ORDER BY code LIMIT 1)),
            community AS (
                SELECT general.district, edition, grid.code, grid.name, grid.parent_code
                FROM general JOIN bench.grid USING (edition)
                WHERE grid.code = general.parent_code
                UNION ALL (
                SELECT district, edition, code, name, parent_code
                FROM asked JOIN bench.grid ON ST_Covers(geom, point)
                WHERE level = 'COMMUNITY' AND NOT EXISTS (SELECT FROM general)
                ORDER BY code LIMIT 1)),
            responsible AS (
                SELECT 'DEDICATED' AS level, district, edition, code, name FROM dedicated
                UNION ALL
                SELECT 'MICRO', district, edition, code, name FROM micro
                WHERE NOT EXISTS (SELECT FROM dedicated))
            SELECT
                micro.on_boundary, dedicated.on_boundary,
                responsible.code, responsible.name, responsible.level,
                micro.code, micro.name,
                general.code, general.name,
                community.code, community.name,
                town.code, town.name,
                chain.district, chain.district_name,
                dedicated.code, dedicated.name,
                coalesce(responsible.edition, general.edition, community.edition),
                posts.roles, posts.scopes
            FROM asked
            LEFT JOIN micro ON true
            LEFT JOIN dedicated ON true
            LEFT JOIN responsible ON true
            LEFT JOIN general ON true
            LEFT JOIN community ON true
            LEFT JOIN town ON town.edition = community.edition AND town.code = community.parent_code
            LEFT JOIN edition_in_force AS chain
                ON chain.district =
                    coalesce(community.district, general.district, responsible.district)
            LEFT JOIN LATERAL (
                SELECT array_agg(role) AS roles, array_agg(scope) AS scopes
                FROM responder JOIN data_set_in_force AS data_set
                    ON data_set.version = responder.data_set
                WHERE data_set.district = responsible.district AND data_set.name = 'responder'
                    AND responder.grid_code = responsible.code
            ) AS posts ON true
            """;

    /** More than these would be refused by the pool; here they wait their turn. */
    private final Semaphore turns = new Semaphore(16);

    private final DataSource pool;

    PostgisLookup(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public void handle(Context context) throws SQLException {
        LonLat point = LookupQuery.parse(Parameters.of(context, "lon", "lat", "datum")).point();
        turns.acquireUninterruptibly();
        try {
            answer(context, point);
        } finally {
            turns.release();
        }
    }

    private void answer(Context context, LonLat point) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(PLACE)) {
            statement.setDouble(1, point.lon());
            statement.setDouble(2, point.lat());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Json.write(
                        context,
                        new LookupAnswer(null, outcome(row), point)
                                .with(whereabouts(row).written()));
            }
        }
    }

    private static Whereabouts whereabouts(ResultSet row) throws SQLException {
        return new Whereabouts(
                ref(row, 3, row.getString(5)),
                ref(row, 6, null),
                ref(row, 8, null),
                ref(row, 10, null),
                ref(row, 12, null),
                ref(row, 14, null),
                ref(row, 16, null),
                posts(row.getArray(19), row.getArray(20)),
                row.getString(18));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        if (row.getString(3) == null) {
            return Outcome.OUTSIDE;
        }
        return row.getBoolean(1) || row.getBoolean(2) ? Outcome.ON_BOUNDARY : Outcome.INSIDE;
    }

    private static Ref ref(ResultSet row, int column, String level) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : new Ref(code, row.getString(column + 1), level);
    }

    private static List<Post> posts(Array roles, Array scopes) throws SQLException {
        List<Post> posts = new ArrayList<>();
        if (roles != null) {
            String[] role = (String[]) roles.getArray();
            String[] scope = (String[]) scopes.getArray();
            for (int i = 0; i < role.length; i++) {
                posts.add(new Post(role[i], scope[i], null));
            }
        }
        return posts;
    }
}
