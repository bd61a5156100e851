package org.weiwang.feature.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import mil.nga.geopackage.BoundingBox;
import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.GeoPackageException;
import mil.nga.geopackage.GeoPackageManager;
import mil.nga.geopackage.contents.Contents;
import mil.nga.geopackage.db.GeoPackageDataType;
import mil.nga.geopackage.db.TableColumnKey;
import mil.nga.geopackage.features.columns.GeometryColumns;
import mil.nga.geopackage.features.user.FeatureColumn;
import mil.nga.geopackage.features.user.FeatureDao;
import mil.nga.geopackage.features.user.FeatureRow;
import mil.nga.geopackage.features.user.FeatureTable;
import mil.nga.geopackage.features.user.FeatureTableMetadata;
import mil.nga.geopackage.geom.GeoPackageGeometryData;
import mil.nga.geopackage.srs.SpatialReferenceSystem;
import mil.nga.geopackage.srs.SpatialReferenceSystemDao;
import mil.nga.sf.GeometryEnvelope;
import mil.nga.sf.GeometryType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.weiwang.feature.Property;
import org.weiwang.feature.Row;
import org.weiwang.geo.CrsException;

/** A layer as GeoPackage, which is a database of SQLite and so is made in a file first. */
final class GeoPackageFile {
    /** Of SQLite's codes of results, the bits that tell the kind. */
    private static final int PRIMARY = 0xff;

    private static final Set<Integer> UNWRITABLE =
            Set.of(
                    SQLiteErrorCode.SQLITE_FULL.code,
                    SQLiteErrorCode.SQLITE_IOERR.code,
                    SQLiteErrorCode.SQLITE_CANTOPEN.code);

    private final Layer layer;
    private final GeoPackage file;
    private final WKBWriter wkb = new WKBWriter();

    private GeoPackageFile(Layer layer, GeoPackage file) {
        this.layer = layer;
        this.file = file;
    }

    static void write(Layer layer, Path temporary, OutputStream out)
            throws IOException, CrsException {
        try (TemporaryFolder folder = new TemporaryFolder(temporary, FileFormat.PREFIX)) {
            Path path = folder.path().resolve("layer.gpkg");
            GeoPackageManager.create(path.toFile());
            try (GeoPackage file = GeoPackageManager.open(path.toFile())) {
                new GeoPackageFile(layer, file).fill();
            }
            Files.copy(path, out);
        } catch (GeoPackageException | SQLException e) {
            throw failure(e);
        }
    }

    /** Where the file can't be written; all else is our fault. */
    private static IOException failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException fault
                    && UNWRITABLE.contains(fault.getResultCode().code & PRIMARY)) {
                return new IOException(fault.getMessage(), e);
            }
        }
        throw new IllegalStateException("a GeoPackage can't be made", e);
    }

    private void fill() throws CrsException, SQLException {
        // A file that a failure leaves half written is thrown away.
        file.execSQL("PRAGMA journal_mode = OFF");
        file.execSQL("PRAGMA synchronous = OFF");
        FeatureTable table = table(system());
        file.beginTransaction();
        Envelope box = insert(file.getFeatureDao(table.getTableName()));
        file.endTransaction();
        Contents contents = file.getTableContents(table.getTableName());
        contents.setIdentifier(layer.title());
        if (!box.isNull()) {
            contents.setBoundingBox(
                    new BoundingBox(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        }
        file.getContentsDao().update(contents);
        new GeoPackageIndex(file).create(table);
        file.getConnection().setUserVersion(GeoPackageIndex.VERSION);
    }

    private SpatialReferenceSystem system() throws SQLException {
        SpatialReferenceSystemDao systems = file.getSpatialReferenceSystemDao();
        SpatialReferenceSystem known = systems.queryForId((long) layer.epsg());
        if (known != null) {
            return known;
        }
        SpatialReferenceSystem system = new SpatialReferenceSystem();
        system.setSrsId(layer.epsg());
        system.setOrganization("EPSG");
        system.setOrganizationCoordsysId(layer.epsg());
        system.setSrsName(layer.crs().name());
        system.setDefinition(layer.crs().prj());
        systems.create(system);
        return system;
    }

    private FeatureTable table(SpatialReferenceSystem system) {
        GeometryColumns geometry = new GeometryColumns();
        geometry.setId(new TableColumnKey(layer.type().id(), "geom"));
        geometry.setGeometryType(
                switch (layer.type().geometry()) {
                    case POINT -> GeometryType.POINT;
                    case MULTI_LINE_STRING -> GeometryType.MULTILINESTRING;
                    case MULTI_POLYGON -> GeometryType.MULTIPOLYGON;
                });
        geometry.setZ((byte) 0);
        geometry.setM((byte) 0);
        geometry.setSrs(system);
        List<FeatureColumn> columns = new ArrayList<>();
        columns.add(FeatureColumn.createColumn(Layer.ID, GeoPackageDataType.TEXT, true, null));
        for (Property property : layer.type().properties()) {
            columns.add(FeatureColumn.createColumn(property.name(), type(property.type())));
        }
        return file.createFeatureTable(
                FeatureTableMetadata.create(geometry, "fid", columns, (BoundingBox) null));
    }

    private static GeoPackageDataType type(Property.Type type) {
        return switch (type) {
            case STRING -> GeoPackageDataType.TEXT;
            case INTEGER -> GeoPackageDataType.INTEGER;
            case NUMBER -> GeoPackageDataType.DOUBLE;
            case BOOLEAN -> GeoPackageDataType.BOOLEAN;
            case TIMESTAMP -> GeoPackageDataType.DATETIME;
        };
    }

    /** The box of all. */
    private Envelope insert(FeatureDao table) throws CrsException {
        Envelope all = new Envelope();
        List<Property> properties = layer.type().properties();
        for (Row row : layer.rows()) {
            Geometry geometry = layer.geometry(row);
            FeatureRow feature = table.newRow();
            if (geometry != null) {
                Envelope box = geometry.getEnvelopeInternal();
                all.expandToInclude(box);
                feature.setGeometry(encode(geometry, box));
            }
            feature.setValue(Layer.ID, row.id());
            for (int i = 0; i < properties.size(); i++) {
                feature.setValue(properties.get(i).name(), value(row.value(i)));
            }
            table.insert(feature);
        }
        return all;
    }

    private static Object value(Object value) {
        return value instanceof Instant moment ? Date.from(moment) : value;
    }

    private GeoPackageGeometryData encode(Geometry geometry, Envelope box) {
        GeoPackageGeometryData data = GeoPackageGeometryData.create(layer.epsg());
        data.setGeometryBytes(wkb.write(geometry));
        data.setEnvelope(
                new GeometryEnvelope(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        return data;
    }
}
