package org.weiwang.edition.importing;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.weiwang.access.Actor;
import org.weiwang.edition.ImportException;
import org.weiwang.geo.Crs;
import org.weiwang.geo.Datum;

/**
 * Any one layer of polygons from a file.
 *
 * @param file what faults call it
 * @param crs that it was read in
 * @param labels of each polygon the number of its record, and what it is called where a column
 *     tells
 * @param polygons longitude and latitude in degrees, valid or not; empty where a record has none
 */
public record PolygonLayer(
        String file, String crs, List<String> labels, List<MultiPolygon> polygons) {
    /** Columns that tell what a polygon is called, the best first. */
    private static final List<String> NAMES =
            List.of("网格代码", "网格名称", "code", "name", "编码", "名称", "id");

    /**
     * @param table of a GeoPackage that has several; null for the only one
     * @param folder in which a zip file is unpacked
     * @param encoding charset of all text; null to detect it
     * @param crs reference system; null to take it from the file
     * @throws ImportException when it can't be read, has no polygons or holds several layers
     */
    public static PolygonLayer read(
            Path source, String table, Path folder, Charset encoding, Crs crs)
            throws ImportException {
        ImportRequest request =
                new ImportRequest(
                        "",
                        List.of(source),
                        false,
                        Actor.commandLine(),
                        encoding,
                        crs,
                        Datum.WGS84,
                        Map.of(),
                        Map.of());
        try (HandOverFiles files = new HandOverFiles(request.sources(), folder)) {
            if (!files.faults().isEmpty()) {
                throw new ImportException(files.faults());
            }
            LayerFile file = only(source, table, files.all());
            try (Table rows = new FeatureTable(file, request)) {
                return read(file, rows);
            }
        }
    }

    private static LayerFile only(Path source, String table, List<LayerFile> files)
            throws ImportException {
        List<LayerFile> meant =
                files.stream()
                        .filter(file -> Layer.OF_FEATURES.contains(file.extension()))
                        .filter(file -> table == null || table.equals(file.table()))
                        .toList();
        if (meant.size() != 1) {
            throw new ImportException(
                    "%s: holds %d layers of polygons%s%s"
                            .formatted(
                                    source.getFileName(),
                                    meant.size(),
                                    meant.isEmpty() ? "" : ": ",
                                    String.join(
                                            ", ", meant.stream().map(LayerFile::name).toList())));
        }
        return meant.get(0);
    }

    private static PolygonLayer read(LayerFile file, Table table) throws ImportException {
        Optional<String> name =
                NAMES.stream()
                        .flatMap(known -> table.columns().stream().filter(known::equalsIgnoreCase))
                        .findFirst();
        List<String> labels = new ArrayList<>();
        List<MultiPolygon> polygons = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        table.forEach(
                new Table.RowTaker() {
                    @Override
                    public boolean take(Row row) {
                        try {
                            polygons.add(row.outline());
                        } catch (Row.Unusable e) {
                            return reject(row.number(), e.getMessage());
                        }
                        String called = name.map(row.values()::get).orElse(null);
                        labels.add(
                                called == null || called.isBlank()
                                        ? "#" + row.number()
                                        : "#%d %s".formatted(row.number(), called));
                        return true;
                    }

                    @Override
                    public boolean reject(long number, String reason) {
                        faults.add("%s: record %d: %s".formatted(file.shortName(), number, reason));
                        return true;
                    }
                });
        if (!faults.isEmpty()) {
            throw ImportException.ofMany(faults);
        }
        return new PolygonLayer(file.shortName(), table.crs(), labels, polygons);
    }
}
