package org.weiwang.feature.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Row;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.shapefile.Field;
import org.weiwang.geo.shapefile.ShapeType;
import org.weiwang.geo.shapefile.ShapefileException;
import org.weiwang.geo.shapefile.ShapefileWriter;

/** A layer as zipped shapefile. */
final class ShapefileZip {
    private static final List<String> PARTS = List.of("shp", "shx", "dbf", "prj", "cpg");

    /** The earliest that a zip can name: the same rows give the same bytes. */
    private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    private ShapefileZip() {}

    static void write(Layer layer, Path temporary, OutputStream out)
            throws IOException, CrsException, UnfitLayerException {
        String name = layer.type().id() + ".";
        try (TemporaryFolder folder = new TemporaryFolder(temporary, FileFormat.PREFIX)) {
            Path rows = folder.path().resolve("rows");
            List<CellWidth> widths = spool(layer, rows);
            writeShapefile(layer, widths, rows, folder.path().resolve(name + "shp"));
            ZipOutputStream zip = new ZipOutputStream(out);
            for (String part : PARTS) {
                ZipEntry entry = new ZipEntry(name + part);
                entry.setTimeLocal(WRITTEN);
                zip.putNextEntry(entry);
                Files.copy(folder.path().resolve(name + part), zip);
                zip.closeEntry();
            }
            zip.finish();
        }
    }

    private static List<CellWidth> spool(Layer layer, Path file)
            throws IOException, CrsException, UnfitLayerException {
        List<Property> properties = layer.type().properties();
        List<CellWidth> widths = new ArrayList<>(List.of(new CellWidth(Layer.ID)));
        properties.forEach(property -> widths.add(new CellWidth(property)));
        try (CellSpool.Writer spool = new CellSpool.Writer(file)) {
            for (Row row : layer.rows()) {
                List<String> cells = new ArrayList<>();
                cells.add(widths.get(0).cell(row.id(), row.id()));
                for (int i = 0; i < properties.size(); i++) {
                    cells.add(widths.get(1 + i).cell(row.id(), row.value(i)));
                }
                spool.write(layer.geometry(row), cells);
            }
        }
        return widths;
    }

    private static void writeShapefile(Layer layer, List<CellWidth> widths, Path rows, Path shp)
            throws IOException, UnfitLayerException {
        List<String> names = FieldNames.of(widths.stream().map(CellWidth::name).toList());
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.add(widths.get(i).field(names.get(i)));
        }
        try (CellSpool.Reader spool = new CellSpool.Reader(rows, fields.size());
                ShapefileWriter writer =
                        ShapefileWriter.create(
                                shp, type(layer.type().geometry()), layer.crs(), UTF_8, fields)) {
            while (spool.next()) {
                writer.write(spool.geometry(), spool.cells());
            }
        } catch (ShapefileException e) {
            throw new UnfitLayerException(
                    "A shapefile cannot hold the layer: " + e.getMessage(), e);
        }
    }

    private static ShapeType type(GeometryType type) {
        return switch (type) {
            case POINT -> ShapeType.POINT;
            case MULTI_LINE_STRING -> ShapeType.POLYLINE;
            case MULTI_POLYGON -> ShapeType.POLYGON;
        };
    }
}
