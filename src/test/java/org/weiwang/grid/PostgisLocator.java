package org.weiwang.grid;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.weiwang.geo.LonLat;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** The same in PostGIS, by the rule in the words of SQL. */
final class PostgisLocator implements GridLocator {
    private static final String TABLES =
            """
            DROP TABLE IF EXISTS grid, raw, point;
            CREATE TEMP TABLE grid (number int, code text COLLATE "C", geom geometry);
            CREATE TEMP TABLE raw (id int, lon float8, lat float8);
            """;

    private static final String INDEXES =
            """
            CREATE TEMP TABLE point AS
            SELECT id, ST_SetSRID(ST_MakePoint(lon, lat), 4326) AS geom FROM raw;
            CREATE INDEX ON grid USING gist (geom);
            ANALYZE grid;
            """;

    private static final String COVERING =
            """
            SELECT point.id, covering.number, NOT ST_Contains(covering.geom, point.geom)
            FROM point CROSS JOIN LATERAL (
                SELECT number, geom FROM grid
                WHERE ST_Covers(grid.geom, point.geom)
                ORDER BY code LIMIT 1) AS covering
            """;

    private final ConnectionSettings database = TestDatabase.fresh();

    @Override
    public List<Covering> locate(List<Grid> grids, List<LonLat> points)
            throws SQLException, IOException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            copy(connection, "grid", rowsOfGrids(grids));
            copy(connection, "raw", rowsOfPoints(points));
            statement.execute(INDEXES);
            Covering[] coverings = new Covering[points.size()];
            try (ResultSet rows = statement.executeQuery(COVERING)) {
                while (rows.next()) {
                    coverings[rows.getInt(1)] =
                            new Covering(grids.get(rows.getInt(2)), rows.getBoolean(3));
                }
            }
            return Arrays.asList(coverings);
        }
    }

    private static String rowsOfGrids(List<Grid> grids) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < grids.size(); i++) {
            byte[] wkb = new WKBWriter(2, true).write(grids.get(i).geometry());
            rows.append(i).append('\t').append(grids.get(i).code()).append('\t');
            rows.append(WKBWriter.toHex(wkb)).append('\n');
        }
        return rows.toString();
    }

    private static String rowsOfPoints(List<LonLat> points) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            LonLat point = points.get(i);
            rows.append(i).append('\t').append(point.lon()).append('\t').append(point.lat());
            rows.append('\n');
        }
        return rows.toString();
    }

    private static void copy(Connection connection, String table, String rows)
            throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " FROM STDIN", new StringReader(rows));
    }
}
