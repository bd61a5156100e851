package org.weiwang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The grids in force as a PostGIS expert would lay them out for points to be placed, in the schema
 * {@code bench}: without the view that finds the edition in force, with a spatial index for each
 * level, and not compressed, which makes {@code ST_Covers} several times as fast.
 */
final class PreparedGrids {
    private static final String PREPARE =
            """
            DROP SCHEMA IF EXISTS bench CASCADE;
            CREATE SCHEMA bench;
            CREATE TABLE bench.grid (
                district    text COLLATE "C" NOT NULL,
                edition     text COLLATE "C" NOT NULL,
                level       text NOT NULL,
                code        text COLLATE "C" NOT NULL PRIMARY KEY,
                name        text NOT NULL,
                parent_code text COLLATE "C" NOT NULL,
                geom        geometry(MultiPolygon, 4326) NOT NULL
            );
            ALTER TABLE bench.grid ALTER geom SET STORAGE EXTERNAL;
            -- Setting the reference system once more makes a copy that is not compressed.
            INSERT INTO bench.grid
            SELECT district, edition, level, code, name, parent_code, ST_SetSRID(geom, 4326)
            FROM grid_in_force
            ORDER BY level, code;
            CREATE INDEX ON bench.grid USING gist (geom) WHERE level = 'COMMUNITY';
            CREATE INDEX ON bench.grid USING gist (geom) WHERE level = 'GENERAL';
            CREATE INDEX ON bench.grid USING gist (geom) WHERE level = 'MICRO';
            CREATE INDEX ON bench.grid USING gist (geom) WHERE level = 'DEDICATED';
            ANALYZE;
            """;

    private PreparedGrids() {}

    static void make(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(PREPARE);
        }
    }
}
