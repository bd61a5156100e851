package org.weiwang.feature.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.weiwang.geo.CrsException;

/**
 * A format of files that hold one layer. In all of them a feature's id is a text {@code id} before
 * its properties, and positions are easting or longitude first. Stateless, hence thread-safe.
 */
public enum FileFormat {
    /**
     * Features in the order of a Hilbert curve, with their count, box and index; beyond {@value
     * FlatGeobufFile#MOST_INDEXED} features as they come, without the three.
     */
    FLATGEOBUF("fgb", "application/flatgeobuf", FlatGeobufFile::write),
    /**
     * For spreadsheet programs (see {@link org.weiwang.spreadsheet.Spreadsheet}). Points stand in
     * the last two columns, {@code lon} and {@code lat} or {@code x} and {@code y}; other
     * geometries in a last column {@code WKT}, by which GDAL and QGIS know it.
     */
    CSV("csv", "text/csv", CsvFile::write),
    /**
     * GeoPackage 1.3 of one table, named as the layer, with a spatial index; the geometry is in
     * {@code geom}, the row's number in {@code fid}.
     */
    GEOPACKAGE("gpkg", "application/geopackage+sqlite3", GeoPackageFile::write),
    /**
     * A zip of .shp, .shx, .dbf (UTF-8), .prj and .cpg. A property of more than ten letters is
     * known by its first ten; where these are taken, by the first eight and {@code _1}, {@code _2},
     * …. Truth values are the words {@code true} and {@code false}, moments are text as ISO 8601
     * writes it, an empty text is none. A number keeps as many decimals as 20 characters hold.
     */
    SHAPEFILE("zip", "application/zip", ShapefileZip::write);

    /** Of the names of what is put into the folder for temporary files. */
    static final String PREFIX = "layer";

    private final String extension;
    private final String mediaType;
    private final Writing writing;

    FileFormat(String extension, String mediaType, Writing writing) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.writing = writing;
    }

    /** Of the file's name, without a point. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Writes the layer. Its rows are read once, in their order, and never all held. GeoPackage and
     * shapefile write nothing before the last row has been read, FlatGeobuf nothing before the last
     * that it indexes, so that what goes wrong by then leaves the output untouched.
     *
     * @param temporary a folder that is there, for nothing else; what is put into it is gone
     *     afterwards, however this ends, or after a day where the process was killed
     * @param out is not closed
     * @throws UnfitLayerException when the format cannot hold the layer without loss
     * @throws CrsException when a position lies outside of the layer's reference system
     */
    public void write(Layer layer, Path temporary, OutputStream out)
            throws IOException, CrsException, UnfitLayerException {
        TemporaryFolder.removeLeftovers(temporary, PREFIX);
        writing.write(layer, temporary, out);
    }

    private interface Writing {
        void write(Layer layer, Path temporary, OutputStream out)
                throws IOException, CrsException, UnfitLayerException;
    }
}
