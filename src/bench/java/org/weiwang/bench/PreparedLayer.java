package org.weiwang.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The micro grids in force as an expert would lay them out for a server of features and tiles, in
 * the schema {@code bench}: a table of them alone, not compressed, in the order of their codes,
 * with an index for pages, one for boxes, and the geometry in Web Mercator made beforehand.
 */
final class PreparedLayer {
    private static final String PREPARE =
            """
            DROP SCHEMA IF EXISTS bench CASCADE;
            CREATE SCHEMA bench;
            CREATE TABLE bench.micro_grid (
                id           bigint GENERATED ALWAYS AS IDENTITY,
                code         text COLLATE "C" NOT NULL PRIMARY KEY,
                name         text NOT NULL,
                level        text NOT NULL,
                kind         text,
                "parentCode" text NOT NULL,
                households   integer,
                edition      text NOT NULL,
                geom         geometry(MultiPolygon, 4326) NOT NULL,
                geom_3857    geometry(MultiPolygon, 3857) NOT NULL
            );
            ALTER TABLE bench.micro_grid ALTER geom SET STORAGE EXTERNAL;
            ALTER TABLE bench.micro_grid ALTER geom_3857 SET STORAGE EXTERNAL;
            -- Setting the reference system once more makes a copy that is not compressed.
            INSERT INTO bench.micro_grid (
                code, name, level, kind, "parentCode", households, edition, geom, geom_3857)
            SELECT code, name, level, kind, parent_code, households, edition,
                ST_SetSRID(geom, 4326), ST_Transform(geom, 3857)
            FROM grid_in_force
            WHERE level = 'MICRO'
            ORDER BY code;
            CREATE INDEX ON bench.micro_grid USING gist (geom);
            CREATE INDEX ON bench.micro_grid USING gist (geom_3857);
            ANALYZE bench.micro_grid;
            """;

    /** Of each town, in micro-degrees, so that the text says the same to all. */
    private static final String TOWNS =
            """
            SELECT concat_ws(',',
                round(ST_XMin(box)::numeric, 6), round(ST_YMin(box)::numeric, 6),
                round(ST_XMax(box)::numeric, 6), round(ST_YMax(box)::numeric, 6))
            FROM (
                SELECT parent_code, ST_Extent(geom) AS box
                FROM grid_in_force
                WHERE level = 'COMMUNITY'
                GROUP BY parent_code
            ) AS town
            ORDER BY parent_code
            """;

    private PreparedLayer() {}

    static void make(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(PREPARE);
        }
    }

    /** The box around each town, as a parameter has it. */
    static List<String> towns(DataSource database) throws SQLException {
        List<String> boxes = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TOWNS)) {
            while (rows.next()) {
                boxes.add(rows.getString(1));
            }
        }
        return boxes;
    }
}
