package org.weiwang.edition.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.edition.ImportException;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Lattice;
import org.weiwang.geo.shapefile.Shape;
import org.weiwang.geo.shapefile.ShapefileReader;

/** A shapefile; its geometries come out in longitude and latitude, on the {@link Lattice}. */
final class ShapefileTable implements Table {
    private final ShapefileReader reader;
    private final Columns columns;

    ShapefileTable(Path path, Layer layer, ImportRequest request) throws ImportException {
        String file = path.getFileName().toString();
        try {
            this.reader =
                    ShapefileReader.open(
                            path, new ShapefileReader.Options(request.encoding(), request.crs()));
        } catch (IOException e) {
            throw new ImportException(e.getMessage());
        }
        try {
            this.columns = new Columns(file, layer, reader.fieldNames(), request.fields());
        } catch (ImportException | RuntimeException e) {
            close();
            throw e;
        }
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
            for (Optional<Shape> next = reader.next(); next.isPresent(); next = reader.next()) {
                Shape shape = next.get();
                try {
                    taker.take(
                            new Row(
                                    shape.number(),
                                    place(shape.geometry()),
                                    columns.pick(shape.attributes())));
                } catch (CrsException e) {
                    taker.reject(shape.number(), e.getMessage());
                }
            }
        } catch (IOException e) {
            throw new ImportException(e.getMessage());
        }
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
