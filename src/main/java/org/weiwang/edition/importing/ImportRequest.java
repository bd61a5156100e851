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
 * @param crs reference system of shapefiles; null to take it from their .prj
 * @param datum datum of the positions in CSV files
 * @param layers files that are to be read as a layer whatever their name
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
        Map<String, String> fields) {}
