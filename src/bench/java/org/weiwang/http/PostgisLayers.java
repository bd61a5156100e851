package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.weiwang.http.wire.Parameters;

/**
 * Micro grids as a server on PostGIS has them, one prepared statement for each answer: {@code
 * after} and {@code limit} ask for the page that follows a code, {@code bbox} for the grids that
 * meet a box, {@code tile} for a vector tile ({@code z/y/x}). The grids are in the schema {@code
 * bench}, as the benchmarks prepare them.
 */
final class PostgisLayers implements Handler {
    private static final String PAGE =
            """
            FROM (
                SELECT code, name, level, kind, "parentCode", households, edition, geom
                FROM bench.micro_grid
                WHERE %s
                ORDER BY code
                LIMIT ?
            ) AS page
            """;

    private static final String COLLECTION =
            """
            SELECT json_build_object(
                'type', 'FeatureCollection',
                'features', coalesce(json_agg(ST_AsGeoJSON(page.*, 'geom', 8)::json), '[]'))
            """
                    + PAGE;

    /** JSON is neither read again nor built up as a value. */
    private static final String COLLECTION_AS_TEXT =
            """
            SELECT concat(
                '{"type":"FeatureCollection","features":[',
                string_agg(
                    concat(
                        '{"type":"Feature","geometry":', ST_AsGeoJSON(geom, 8),
                        ',"properties":',
                        json_build_object(
                            'code', code, 'name', name, 'level', level, 'kind', kind,
                            'parentCode', "parentCode", 'households', households,
                            'edition', edition),
                        '}'),
                    ','),
                ']}')
            """
                    + PAGE;

    private static final String AFTER = "code > ?";
    private static final String MEETING = "ST_Intersects(geom, ST_MakeEnvelope(?, ?, ?, ?, 4326))";

    /** With the same margin as ours, 64 of a tile's 4,096 steps. */
    private static final String TILE =
            """
            SELECT ST_AsMVT(drawn.*, 'micro-grids', 4096, 'geom', 'id')
            FROM (
                SELECT id, code, name, kind, "parentCode", households,
                    ST_AsMVTGeom(geom_3857, ST_TileEnvelope(?, ?, ?), 4096, 64) AS geom
                FROM bench.micro_grid
                WHERE geom_3857 && ST_TileEnvelope(?, ?, ?, margin => 64.0 / 4096)
            ) AS drawn
            """;

    /** As many as the pool has connections; more wait their turn here. */
    private final Semaphore turns = new Semaphore(8);

    private final DataSource pool;
    private final String collection;

    private PostgisLayers(DataSource pool, String collection) {
        this.pool = pool;
        this.collection = collection;
    }

    /** As such servers do. */
    static PostgisLayers usual(DataSource pool) {
        return new PostgisLayers(pool, COLLECTION);
    }

    /** Puts the text of a page together. */
    static PostgisLayers tuned(DataSource pool) {
        return new PostgisLayers(pool, COLLECTION_AS_TEXT);
    }

    @Override
    public void handle(Context context) throws SQLException {
        Parameters asked = Parameters.of(context, "limit", "after", "bbox", "tile");
        turns.acquireUninterruptibly();
        try (Connection connection = pool.getConnection()) {
            if (asked.has("tile")) {
                tile(context, connection, asked.required("tile").split("/"));
            } else {
                collection(context, connection, asked);
            }
        } finally {
            turns.release();
        }
    }

    private void collection(Context context, Connection connection, Parameters asked)
            throws SQLException {
        String[] box = asked.text("bbox").map(text -> text.split(",")).orElse(null);
        try (PreparedStatement statement =
                connection.prepareStatement(collection.formatted(box == null ? AFTER : MEETING))) {
            int parameter = 1;
            if (box == null) {
                statement.setString(parameter++, asked.text("after").orElse(""));
            } else {
                for (String edge : box) {
                    statement.setDouble(parameter++, Double.parseDouble(edge));
                }
            }
            statement.setInt(parameter, Integer.parseInt(asked.required("limit")));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                context.result(row.getString(1).getBytes(UTF_8))
                        .contentType("application/geo+json");
            }
        }
    }

    private static void tile(Context context, Connection connection, String[] zoomRowColumn)
            throws SQLException {
        int z = Integer.parseInt(zoomRowColumn[0]);
        int y = Integer.parseInt(zoomRowColumn[1]);
        int x = Integer.parseInt(zoomRowColumn[2]);
        try (PreparedStatement statement = connection.prepareStatement(TILE)) {
            for (int from = 1; from <= 4; from += 3) {
                statement.setInt(from, z);
                statement.setInt(from + 1, x);
                statement.setInt(from + 2, y);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                context.result(row.getBytes(1)).contentType("application/vnd.mapbox-vector-tile");
            }
        }
    }
}
