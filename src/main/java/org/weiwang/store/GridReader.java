package org.weiwang.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.edition.EditionGrids;
import org.weiwang.geo.Bbox;
import org.weiwang.geo.Ewkb;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.GridSet;
import org.weiwang.grid.Level;
import org.weiwang.grid.Town;

/** Reads the grids of an edition. */
final class GridReader {
    private static final String DISTRICT =
            "SELECT district, district_name FROM edition WHERE id = ?";

    private static final String TOWNS = "SELECT code, name FROM town WHERE edition = ?";

    private static final String GRIDS =
            """
            SELECT code, level, name, kind, parent_code, households, ST_AsBinary(geom)
            FROM grid WHERE edition = ?
            """;

    /** In the order in which they came. */
    private static final String UNFIT =
            """
            SELECT code, level, name, kind, parent_code, households, ST_AsBinary(geom)
            FROM unfit_grid WHERE edition = ? ORDER BY number
            """;

    private static final String ROWS_IN =
            """
            WITH box AS (SELECT ST_MakeEnvelope(?, ?, ?, ?, 4326) AS geom)
            SELECT code, level, name, kind, parent_code, households, ST_AsBinary(grid.geom)
            FROM grid JOIN box ON grid.geom && box.geom WHERE edition = ?
            UNION ALL
            SELECT code, level, name, kind, parent_code, households, ST_AsBinary(unfit.geom)
            FROM unfit_grid AS unfit JOIN box ON unfit.geom && box.geom WHERE edition = ?
            ORDER BY code LIMIT ?
            """;

    private GridReader() {}

    static List<Town> towns(Connection connection, String edition) throws SQLException {
        List<Town> towns = new ArrayList<>();
        Sql.query(
                connection,
                TOWNS,
                row -> towns.add(new Town(row.getString(1), row.getString(2))),
                edition);
        return towns;
    }

    static List<Grid> grids(Connection connection, String edition) throws SQLException {
        List<Grid> grids = new ArrayList<>();
        Sql.query(connection, GRIDS, row -> grids.add(grid(row)), edition);
        return grids;
    }

    /** Of an edition that is there. */
    static District district(Connection connection, String edition) throws SQLException {
        List<District> district = new ArrayList<>();
        Sql.query(
                connection,
                DISTRICT,
                row -> district.add(new District(row.getString(1), row.getString(2))),
                edition);
        return district.get(0);
    }

    /** All grids of an edition that is there, with their indexes. */
    static GridSet gridSet(Connection connection, String edition) throws SQLException {
        return new GridSet(
                district(connection, edition),
                towns(connection, edition),
                grids(connection, edition));
    }

    /** All rows of an edition, those that can't be grids last; empty when it is not there. */
    static Optional<EditionGrids> contents(Connection connection, String edition)
            throws SQLException {
        if (!StoredEdition.isThere(connection, edition)) {
            return Optional.empty();
        }
        return Optional.of(
                new EditionGrids(
                        district(connection, edition),
                        towns(connection, edition),
                        rows(connection, edition)));
    }

    /** Those whose boxes meet this one, by code; those that can't be grids too. */
    static List<Grid> rowsIn(Connection connection, String edition, Bbox box, int limit)
            throws SQLException {
        List<Grid> rows = new ArrayList<>();
        Sql.query(
                connection,
                ROWS_IN,
                row -> rows.add(grid(row)),
                box.west(),
                box.south(),
                box.east(),
                box.north(),
                edition,
                edition,
                limit);
        return rows;
    }

    /** Those that can't be grids last. */
    static List<Grid> rows(Connection connection, String edition) throws SQLException {
        List<Grid> rows = new ArrayList<>(grids(connection, edition));
        Sql.query(connection, UNFIT, row -> rows.add(grid(row)), edition);
        return rows;
    }

    private static Grid grid(ResultSet row) throws SQLException {
        return new Grid(
                row.getString(1),
                Level.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Integer.class),
                (MultiPolygon) Ewkb.decode(row.getBytes(7)));
    }
}
