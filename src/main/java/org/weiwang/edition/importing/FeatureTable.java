package org.weiwang.edition.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.edition.ImportException;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.file.FeatureReader;
import org.weiwang.geo.file.FlatGeobufReader;
import org.weiwang.geo.file.GeoJsonReader;
import org.weiwang.geo.file.GeoPackageReader;
import org.weiwang.geo.file.Shape;
import org.weiwang.geo.shapefile.ShapefileReader;

/**
 * A file of features; its geometries come out in longitude and latitude, on the {@link Lattice}.
 */
final class FeatureTable implements Table {
    private final FeatureReader reader;

    FeatureTable(LayerFile file, ImportRequest request) throws ImportException {
        try {
            this.reader = open(file, request);
        } catch (FileSystemException e) {
            // Its message is the path alone.
            throw new ImportException(
                    file.shortName() + ": can't be read: " + e.getClass().getSimpleName());
        } catch (IOException e) {
            throw new ImportException(e.getMessage());
        }
    }

    private static FeatureReader open(LayerFile file, ImportRequest request)
            throws IOException, ImportException {
        Path path = file.path();
        return switch (file.extension()) {
            case "shp" ->
                    ShapefileReader.open(
                            path, new ShapefileReader.Options(request.encoding(), request.crs()));
            case "geojson", "json" ->
                    GeoJsonReader.open(
                            path, TextEncoding.of(path, request.encoding()), request.crs());
            case "gpkg" -> GeoPackageReader.open(path, file.table(), request.crs());
            case "fgb" -> FlatGeobufReader.open(path, request.crs());
            default ->
                    throw new ImportException(
                            file.shortName()
                                    + ": is none of "
                                    + String.join(", ", Layer.OF_FEATURES));
        };
    }

    @Override
    public List<String> columns() {
        return reader.fieldNames();
    }

    @Override
    public String encoding() {
        return reader.charset().name();
    }

    @Override
    public String crs() {
        return reader.crs().name();
    }

    @Override
    public void forEach(RowTaker taker) throws ImportException {
        try {
            boolean goOn = true;
            while (goOn) {
                Optional<Shape> next = reader.next();
                goOn = next.isPresent() && give(next.get(), taker);
            }
        } catch (IOException e) {
            throw new ImportException(e.getMessage());
        }
    }

    private boolean give(Shape shape, RowTaker taker) {
        Geometry placed;
        try {
            placed = place(shape.geometry());
        } catch (CrsException e) {
            return taker.reject(shape.number(), e.getMessage());
        }
        return taker.take(new Row(shape.number(), placed, shape.attributes()));
    }

    private Geometry place(Geometry geometry) throws CrsException {
        return geometry == null ? null : Lattice.snap(reader.crs().toWgs84(geometry));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
