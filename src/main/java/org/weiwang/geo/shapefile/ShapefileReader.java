package org.weiwang.geo.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.file.FeatureReader;
import org.weiwang.geo.file.Shape;

/**
 * Reads a shapefile, one record at a time: .shp and .dbf, with .prj and .cpg where they are. Names
 * of the files may differ in case. For one thread.
 *
 * <p>Polygon rings are put together as GDAL does, by their direction. Nothing is repaired: polygons
 * that are not valid come out as they are. A ring that is open is closed, and a part with too few
 * points repeats its first, so that what is wrong can be reported with its place.
 */
public final class ShapefileReader implements FeatureReader {
    /**
     * What the files leave open.
     *
     * @param charset of the attributes; null to take what .cpg or .dbf name, else UTF-8 if all of
     *     the table is valid UTF-8, else GB18030. GBK and GB2312 are read as GB18030, which holds
     *     both
     * @param crs of the shapes; null to take what .prj names
     */
    public record Options(Charset charset, Crs crs) {}

    private static final int LONGEST_PRJ = 1 << 16;

    private final ShpReader shapes;
    private final DbfReader table;
    private final Path dbf;
    private final Charset charset;
    private final Crs crs;
    private final List<String> fieldNames;
    private int number;

    private ShapefileReader(ShpReader shapes, DbfReader table, Path shp, Options options)
            throws IOException {
        this.shapes = shapes;
        this.table = table;
        this.dbf = dbf(shp);
        if (shapes.records() != table.rows()) {
            throw new ShapefileException(
                    dbf,
                    "has %d records, but %s has %d shapes"
                            .formatted(table.rows(), shp.getFileName(), shapes.records()));
        }
        this.crs = options.crs() == null ? crs(shp) : options.crs();
        this.charset =
                options.charset() == null ? charset(shp) : DbfCharset.covering(options.charset());
        this.fieldNames = fieldNames(table, dbf, charset);
    }

    /**
     * Opens a shapefile and checks what can be checked at once: all files present and of the same
     * number of records, none truncated, reference system and charset known.
     *
     * @throws ShapefileException when one of these does not hold
     */
    public static ShapefileReader open(Path shp, Options options) throws IOException {
        if (!Files.isRegularFile(shp)) {
            throw new ShapefileException(shp, "is not there");
        }
        ShpReader shapes = new ShpReader(shp);
        try {
            DbfReader table = new DbfReader(dbf(shp));
            try {
                return new ShapefileReader(shapes, table, shp, options);
            } catch (IOException e) {
                table.close();
                throw e;
            }
        } catch (IOException e) {
            shapes.close();
            throw e;
        }
    }

    @Override
    public List<String> fieldNames() {
        return fieldNames;
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public Crs crs() {
        return crs;
    }

    /**
     * The next record that is not deleted, none after the last.
     *
     * @throws ShapefileException when the record is damaged, or not in the charset; the records
     *     after it can still be read
     */
    @Override
    public Optional<Shape> next() throws IOException {
        while (number < table.rows()) {
            number++;
            byte[] row = table.next();
            if (row == null) {
                shapes.skip();
                continue;
            }
            Geometry geometry = shapes.next();
            return Optional.of(new Shape(number, geometry, attributes(row)));
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try (table) {
            shapes.close();
        }
    }

    private Map<String, String> attributes(byte[] row) throws ShapefileException {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < fieldNames.size(); i++) {
            String name = fieldNames.get(i);
            try {
                attributes.put(name, table.columns().get(i).value(row, charset));
            } catch (IllegalArgumentException e) {
                throw new ShapefileException(dbf, number, name, e.getMessage());
            }
        }
        return Collections.unmodifiableMap(attributes);
    }

    private static List<String> fieldNames(DbfReader table, Path dbf, Charset charset)
            throws ShapefileException {
        List<String> names = new ArrayList<>();
        for (DbfColumn column : table.columns()) {
            String name;
            try {
                name = DbfColumn.decode(column.name(), charset);
            } catch (IllegalArgumentException e) {
                throw new ShapefileException(
                        dbf, "cannot name its field " + (names.size() + 1) + ": " + e.getMessage());
            }
            if (!column.isReadable()) {
                throw new ShapefileException(
                        dbf,
                        "has a field "
                                + name
                                + " of type '"
                                + column.type()
                                + "', which is not read");
            }
            if (names.contains(name)) {
                throw new ShapefileException(dbf, "has two fields named " + name);
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static Crs crs(Path shp) throws IOException {
        Path prj =
                Siblings.find(shp, "prj")
                        .orElseThrow(
                                () ->
                                        new ShapefileException(
                                                shp, "has no .prj and no CRS was given"));
        try {
            return Crs.ofPrj(text(prj));
        } catch (CrsException e) {
            throw new ShapefileException(
                    prj, "names no CRS that can be used: " + e.getMessage(), e);
        }
    }

    /** Names in it may be Chinese, and nothing says in which encoding. */
    private static String text(Path prj) throws IOException {
        if (Files.size(prj) > LONGEST_PRJ) {
            throw new ShapefileException(prj, "is longer than the text of any reference system");
        }
        byte[] bytes = Files.readAllBytes(prj);
        try {
            return DbfColumn.decode(bytes, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", "");
        } catch (IllegalArgumentException notUtf8) {
            return new String(bytes, DbfCharset.GB18030);
        }
    }

    private static Charset charset(Path shp) throws IOException {
        Optional<Path> cpg = Siblings.find(shp, "cpg");
        Optional<Charset> named = cpg.isPresent() ? DbfCharset.ofCpg(cpg.get()) : Optional.empty();
        if (named.isPresent()) {
            return named.get();
        }
        try (DbfReader table = new DbfReader(dbf(shp))) {
            Optional<Charset> ofHeader = DbfCharset.ofLanguageId(table.languageId());
            if (ofHeader.isPresent()) {
                return ofHeader.get();
            }
            return table.isAllIn(StandardCharsets.UTF_8)
                    ? StandardCharsets.UTF_8
                    : DbfCharset.GB18030;
        }
    }

    private static Path dbf(Path shp) throws IOException {
        return Siblings.find(shp, "dbf")
                .orElseThrow(() -> new ShapefileException(shp, "has no .dbf beside it"));
    }
}
