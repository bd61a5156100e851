package org.weiwang.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.MultiPolygon;
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
