package org.weiwang.feature.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.feature.Row;
import org.weiwang.geo.CrsException;
import org.weiwang.spreadsheet.Spreadsheet;

/** A layer as CSV. */
final class CsvFile {
    private final Layer layer;
    private final boolean points;
    private final WKTWriter wkt = new WKTWriter();

    private CsvFile(Layer layer) {
        this.layer = layer;
        this.points = layer.type().geometry() == GeometryType.POINT;
    }

    static void write(Layer layer, Path temporary, OutputStream out)
            throws IOException, CrsException {
        try {
            new CsvFile(layer).write(out);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(OutputStream out) throws IOException, CrsException {
        Spreadsheet sheet = new Spreadsheet(out, header().toArray(String[]::new));
        for (Row row : layer.rows()) {
            sheet.row(cells(row).toArray());
        }
        sheet.flush();
    }

    private List<String> header() {
        List<String> names = new ArrayList<>(List.of(Layer.ID));
        layer.type().properties().stream().map(Property::name).forEach(names::add);
        if (!points) {
            names.add("WKT");
        } else if (layer.crs().isInDegrees()) {
            names.addAll(List.of("lon", "lat"));
        } else {
            names.addAll(List.of("x", "y"));
        }
        return names;
    }

    private List<Object> cells(Row row) throws CrsException {
        List<Object> cells = new ArrayList<>();
        cells.add(row.id());
        for (int i = 0; i < layer.type().properties().size(); i++) {
            cells.add(row.value(i));
        }
        Geometry geometry = layer.geometry(row);
        if (points) {
            Point point = (Point) geometry;
            cells.add(point == null ? null : point.getX());
            cells.add(point == null ? null : point.getY());
        } else {
            cells.add(geometry == null ? null : wkt.write(geometry));
        }
        return cells;
    }
}
