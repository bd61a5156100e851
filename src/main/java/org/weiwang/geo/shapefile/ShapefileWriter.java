package org.weiwang.geo.shapefile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.geo.Crs;

/**
 * Writes a shapefile: .shp, .shx, .dbf, .prj and .cpg side by side. Coordinates are written as they
 * are given, in the file's reference system, easting or longitude first. The same input gives the
 * same bytes. Complete only once closed; for one thread.
 */
public final class ShapefileWriter implements AutoCloseable {
    static final int HEADER = 100;
    static final int FILE_CODE = 9994;
    static final int VERSION = 1000;

    private final Path shp;
    private final Path shx;
    private final ShapeType type;
    private final OutputStream shapes;
    private final OutputStream index;
    private final DbfWriter table;
    private final Envelope box = new Envelope();
    private long shapesLength = HEADER;
    private int records;

    private ShapefileWriter(Path shp, ShapeType type, Charset charset, List<Field> fields)
            throws IOException {
        this.shp = shp;
        this.shx = Siblings.of(shp, "shx");
        this.type = type;
        this.table = new DbfWriter(Siblings.of(shp, "dbf"), charset, fields);
        this.shapes = new BufferedOutputStream(Files.newOutputStream(shp));
        this.index = new BufferedOutputStream(Files.newOutputStream(shx));
        shapes.write(new byte[HEADER]);
        index.write(new byte[HEADER]);
    }

    /**
     * Starts a shapefile; files of these names are overwritten. The folder must exist.
     *
     * @param shp the path that ends in .shp
     * @param charset of the attributes and their names, such as GBK or UTF-8
     * @throws ShapefileException when a field's name does not fit
     */
    public static ShapefileWriter create(
            Path shp, ShapeType type, Crs crs, Charset charset, List<Field> fields)
            throws IOException {
        Files.writeString(Siblings.of(shp, "prj"), crs.prj(), StandardCharsets.UTF_8);
        Files.writeString(Siblings.of(shp, "cpg"), charset.name(), StandardCharsets.US_ASCII);
        return new ShapefileWriter(shp, type, charset, List.copyOf(fields));
    }

    /**
     * Writes a record.
     *
     * @param geometry Point; LineString or MultiLineString; Polygon or MultiPolygon, according to
     *     the file's type; null or empty for a null shape
     * @param values one to a field: text, or a number (or its text) rounded half up to the field's
     *     decimals; null for none
     * @throws ShapefileException when the geometry is of another type, or a value does not fit its
     *     field; nothing is written then
     */
    public void write(Geometry geometry, List<?> values) throws IOException {
        if (geometry != null && !geometry.isEmpty() && !type.holds(geometry)) {
            throw new ShapefileException(
                    shp, records + 1, "a " + geometry.getGeometryType() + " is no " + type);
        }
        byte[] content = ShapeContent.encode(geometry, type);
        if (shapesLength + 8 + content.length > Integer.MAX_VALUE) {
            throw new ShapefileException(shp, records + 1, "the file would exceed 2 GB");
        }
        table.write(values);
        records++;
        if (geometry != null) {
            box.expandToInclude(geometry.getEnvelopeInternal());
        }
        int words = content.length / 2;
        index.write(ints((int) (shapesLength / 2), words));
        shapes.write(ints(records, words));
        shapes.write(content);
        shapesLength += 8 + content.length;
    }

    @Override
    public void close() throws IOException {
        try (table;
                index;
                shapes) {
            shapes.flush();
            index.flush();
            putHeader(shp, shapesLength);
            putHeader(shx, HEADER + 8L * records);
        }
    }

    private void putHeader(Path file, long length) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putInt(0, FILE_CODE).putInt(24, (int) (length / 2));
        header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, VERSION).putInt(32, type.code());
        if (!box.isNull()) {
            header.putDouble(36, box.getMinX()).putDouble(44, box.getMinY());
            header.putDouble(52, box.getMaxX()).putDouble(60, box.getMaxY());
        }
        try (RandomAccessFile start = new RandomAccessFile(file.toFile(), "rw")) {
            start.write(header.array());
        }
    }

    private static byte[] ints(int first, int second) {
        return ByteBuffer.allocate(8).putInt(first).putInt(second).array();
    }
}
