package org.weiwang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Bulk assignment by PostGIS alone: COPY in, a spatial join for the micro and for the dedicated
 * grids, joins by code for the levels above, COPY out. The rows come out in whatever order is
 * fastest.
 */
final class PostgisAssignment {
    private static final String SETTINGS =
            """
            SET LOCAL work_mem = '256MB';
            SET LOCAL maintenance_work_mem = '512MB';
            SET LOCAL max_parallel_workers_per_gather = 2;
            -- The table of grids is small, and yet the outer side of the join is best shared.
            SET LOCAL min_parallel_table_scan_size = 0;
            """;

    private static final String TABLE =
            """
            CREATE UNLOGGED TABLE bench.address (
                id      bigint,
                address text,
                lon     double precision,
                lat     double precision,
                geom    geometry(Point, 4326)
                    GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) STORED
            );
            """;

    private static final String IN =
            "COPY bench.address (id, address, lon, lat) FROM STDIN (FORMAT csv, HEADER)";

    /** By the rule as it is written down, with the index on the grids as they are stored. */
    private static final Joins PLAIN =
            new Joins(
                    "ANALYZE bench.address",
                    """
                    CREATE UNLOGGED TABLE bench.%s AS
                    SELECT address.id, covering.code, covering.parent_code, covering.on_boundary
                    FROM bench.address CROSS JOIN LATERAL (
                        SELECT code, parent_code,
                            NOT ST_Contains(grid.geom, address.geom) AS on_boundary
                        FROM grid_in_force AS grid
                        WHERE level = '%s' AND ST_Covers(grid.geom, address.geom)
                        ORDER BY code LIMIT 1) AS covering;
                    ANALYZE bench.%1$s;
                    """);

    /**
     * As an expert may turn it: with the index on the points, so that each grid meets all of its
     * points in a row and PostGIS keeps it prepared, and with {@link PreparedGrids}.
     */
    private static final Joins TUNED =
            new Joins(
                    """
                    CREATE INDEX address_geom ON bench.address USING gist (geom);
                    ANALYZE bench.address;
                    """,
                    """
                    CREATE UNLOGGED TABLE bench.%s AS
                    SELECT DISTINCT ON (address.id)
                        address.id, code, parent_code,
                        NOT ST_Contains(grid.geom, address.geom) AS on_boundary
                    FROM bench.grid JOIN bench.address ON ST_Covers(grid.geom, address.geom)
                    WHERE level = '%s'
                    ORDER BY address.id, code;
                    ANALYZE bench.%1$s;
                    """);

    private static final String OUT =
            """
            COPY (
                WITH
                general_alone AS (
                    SELECT DISTINCT ON (address.id) address.id, grid.code, grid.parent_code
                    FROM bench.address
                    LEFT JOIN bench.micro USING (id)
                    JOIN bench.grid ON ST_Covers(grid.geom, address.geom)
                    WHERE micro.id IS NULL AND level = 'GENERAL'
                    ORDER BY address.id, grid.code),
                community_alone AS (
                    SELECT DISTINCT ON (address.id) address.id, grid.code, grid.parent_code
                    FROM bench.address
                    LEFT JOIN bench.micro USING (id)
                    LEFT JOIN general_alone USING (id)
                    JOIN bench.grid ON ST_Covers(grid.geom, address.geom)
                    WHERE micro.id IS NULL AND general_alone.id IS NULL AND level = 'COMMUNITY'
                    ORDER BY address.id, grid.code)
                SELECT
                    address.id, address, lon, lat,
                    micro.code AS micro,
                    coalesce(micro.parent_code, general_alone.code) AS general,
                    coalesce(general.parent_code, general_alone.parent_code, community_alone.code)
                        AS community,
                    coalesce(community.parent_code, community_alone.parent_code) AS town,
                    dedicated.code AS dedicated,
                    CASE
                        WHEN address.geom IS NULL THEN 'NO_LOCATION'
                        WHEN coalesce(micro.code, dedicated.code) IS NULL THEN 'OUTSIDE'
                        WHEN micro.on_boundary OR dedicated.on_boundary THEN 'ON_BOUNDARY'
                        ELSE 'INSIDE'
                    END AS outcome
                FROM bench.address
                LEFT JOIN bench.micro USING (id)
                LEFT JOIN bench.dedicated USING (id)
                LEFT JOIN general_alone USING (id)
                LEFT JOIN community_alone USING (id)
                LEFT JOIN bench.grid AS general ON general.code = micro.parent_code
                LEFT JOIN bench.grid AS community
                    ON community.code = coalesce(general.parent_code, general_alone.parent_code)
            ) TO STDOUT (FORMAT csv, HEADER)
            """;

    /**
     * @param index what is done with the points before
     * @param place finds the grids of one level: the table that it makes, and the level
     */
    private record Joins(String index, String place) {}

    private final DataSource database;
    private final Joins joins;

    private PostgisAssignment(DataSource database, Joins joins) {
        this.database = database;
        this.joins = joins;
    }

    /**
     * @param database with {@link PreparedGrids}
     */
    static PostgisAssignment plain(DataSource database) {
        return new PostgisAssignment(database, PLAIN);
    }

    /**
     * @param database with {@link PreparedGrids}
     */
    static PostgisAssignment tuned(DataSource database) {
        return new PostgisAssignment(database, TUNED);
    }

    void run(Path in, Path out) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                InputStream from = Files.newInputStream(in);
                OutputStream to = Files.newOutputStream(out)) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            connection.setAutoCommit(false);
            statement.execute(SETTINGS);
            statement.execute(TABLE);
            copy.copyIn(IN, from, 1 << 16);
            statement.execute(joins.index());
            statement.execute(joins.place().formatted("micro", "MICRO"));
            statement.execute(joins.place().formatted("dedicated", "DEDICATED"));
            copy.copyOut(OUT, to);
            connection.rollback(); // Leaves no settings and no tables behind.
        }
    }
}
