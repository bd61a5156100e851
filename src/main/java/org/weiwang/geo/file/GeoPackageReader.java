package org.weiwang.geo.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;

/**
 * Reads one table of features of a GeoPackage. Columns of bytes are no attributes. Positions are
 * easting or longitude first, whatever the reference system's authority says, as the format has it.
 */
public final class GeoPackageReader implements FeatureReader {
    private static final String GEOMETRY =
            "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?";

    private static final String SYSTEM =
            """
            SELECT organization, organization_coordsys_id, definition
            FROM gpkg_spatial_ref_sys WHERE srs_id = ?
            """;

    private final Path file;
    private final Connection connection;
    private final Map<Integer, String> columns = new LinkedHashMap<>();
    private Crs crs;
    private Statement statement;
    private ResultSet rows;
    private int geometry;
    private int system;
    private int number;

    private GeoPackageReader(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * @param table its name, as {@link GeoPackages#featureTables} tells it
     * @param crs of the positions; null to take what the file says
     * @throws IOException when the file is no GeoPackage, or has no such table of features
     */
    public static GeoPackageReader open(Path file, String table, Crs crs) throws IOException {
        try {
            GeoPackageReader reader = new GeoPackageReader(file, GeoPackages.open(file));
            try {
                reader.begin(table, crs);
                return reader;
            } catch (IOException | SQLException e) {
                reader.close();
                throw e;
            }
        } catch (SQLException e) {
            throw GeoPackages.unreadable(file, e);
        }
    }

    private void begin(String table, Crs given) throws IOException, SQLException {
        GeoPackages.requireTable(file, connection, "gpkg_geometry_columns");
        GeoPackages.requireTable(file, connection, table);
        String column = geometryColumn(table);
        crs = given == null ? system() : given;
        statement = connection.createStatement();
        rows = statement.executeQuery("SELECT * FROM " + quoted(table));
        ResultSetMetaData all = rows.getMetaData();
        for (int i = 1; i <= all.getColumnCount(); i++) {
            String name = all.getColumnName(i);
            if (name.equalsIgnoreCase(column)) {
                geometry = i;
            } else if (!isBytes(all.getColumnTypeName(i))) {
                columns.put(i, name);
            }
        }
        if (geometry == 0) {
            throw new FeatureFileException(
                    file, "has no column %s in the table %s".formatted(column, table));
        }
        if (columns.size() > Bounds.FIELDS) {
            throw new FeatureFileException(
                    file, "has more than %d columns in %s".formatted(Bounds.FIELDS, table));
        }
    }

    private String geometryColumn(String table) throws IOException, SQLException {
        try (PreparedStatement query = connection.prepareStatement(GEOMETRY)) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    throw new FeatureFileException(file, "has no features in the table " + table);
                }
                system = found.getInt(2);
                return found.getString(1);
            }
        }
    }

    private Crs system() throws IOException, SQLException {
        GeoPackages.requireTable(file, connection, "gpkg_spatial_ref_sys");
        try (PreparedStatement query = connection.prepareStatement(SYSTEM)) {
            query.setInt(1, system);
            try (ResultSet found = query.executeQuery()) {
                if (system <= 0 || !found.next()) {
                    throw FeatureFileException.withoutCrs(
                            file, "does not say in which reference system it is");
                }
                return "EPSG".equalsIgnoreCase(found.getString(1))
                        ? Crs.epsg(found.getInt(2))
                        : Crs.ofPrj(Optional.ofNullable(found.getString(3)).orElse(""));
            }
        } catch (CrsException e) {
            throw FeatureFileException.unusableCrs(file, e);
        }
    }

    private static boolean isBytes(String type) {
        return type.toUpperCase(Locale.ROOT).startsWith("BLOB");
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public List<String> fieldNames() {
        return List.copyOf(columns.values());
    }

    @Override
    public Charset charset() {
        return UTF_8;
    }

    @Override
    public Crs crs() {
        return crs;
    }

    @Override
    public Optional<Shape> next() throws IOException {
        number++;
        try {
            if (!rows.next()) {
                return Optional.empty();
            }
            return Optional.of(new Shape(number, geometry(), attributes()));
        } catch (SQLException e) {
            throw new FeatureFileException(file, number, GeoPackages.why(e), e);
        } catch (IllegalArgumentException e) {
            throw new FeatureFileException(file, number, e.getMessage(), e);
        }
    }

    private Geometry geometry() throws SQLException {
        Object bytes = rows.getObject(geometry);
        if (bytes == null) {
            return null;
        }
        if (!(bytes instanceof byte[] whole)) {
            throw new IllegalArgumentException("its geometry is not that of a GeoPackage");
        }
        return GeoPackageGeometry.read(whole, system);
    }

    private Map<String, String> attributes() throws SQLException {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Map.Entry<Integer, String> column : columns.entrySet()) {
            attributes.put(column.getValue(), text(column.getValue(), column.getKey()));
        }
        return attributes;
    }

    private String text(String name, int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return Figures.text(number);
        }
        String text = value.toString();
        if (value instanceof byte[] || text.indexOf('\uFFFD') >= 0) {
            throw new IllegalArgumentException("its attribute %s is not text".formatted(name));
        }
        return Bounds.text(name, text);
    }

    @Override
    public void close() throws IOException {
        try (connection) {
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
