package org.weiwang.edition.importing;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.weiwang.access.Actor;
import org.weiwang.geo.Crs;
import org.weiwang.geo.Datum;

/**
 * What to import and how to read it.
 *
 * @param district 6-digit code
 * @param sources files, folders or zip files
 * @param publish whether to put the edition in force
 * @param by who imports, for the record
 * @param encoding charset of all text; null to detect it for each file
 * @param crs reference system of shapefiles, GeoJSON, GeoPackages and FlatGeobuf; null to take it
 *     from the files
 * @param datum datum of the positions in CSV files
 * @param layers files of this machine that are to be read as a layer, whatever their name; a table
 *     of a GeoPackage stands behind its file as if that were a folder
 * @param named files among the sources that are to be read as a layer, by their names or the ends
 *     of them from a slash on; a table of a GeoPackage likewise
 * @param fields names of attributes that differ from the usual ones, by {@code layer.key}
 */
public record ImportRequest(
        String district,
        List<Path> sources,
        boolean publish,
        Actor by,
        Charset encoding,
        Crs crs,
        Datum datum,
        Map<Layer, Path> layers,
        Map<Layer, String> named,
        Map<String, String> fields) {

    /** Where no file among the sources is named. */
    public ImportRequest(
            String district,
            List<Path> sources,
            boolean publish,
            Actor by,
            Charset encoding,
            Crs crs,
            Datum datum,
            Map<Layer, Path> layers,
            Map<String, String> fields) {
        this(district, sources, publish, by, encoding, crs, datum, layers, Map.of(), fields);
    }

    /** The same of one file. */
    public ImportRequest of(Path source) {
        return new ImportRequest(
                district,
                List.of(source),
                publish,
                by,
                encoding,
                crs,
                datum,
                layers,
                named,
                fields);
    }

    /** Whether it says which file the layer is. */
    boolean isSaid(Layer layer) {
        return layers.containsKey(layer) || named.containsKey(layer);
    }
}
