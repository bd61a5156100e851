package org.weiwang.edition.importing;

import java.nio.file.Path;
import org.weiwang.geo.Gdal;

/** The shapefiles of a hand-over in other formats, as GDAL writes them. */
public final class ConvertedHandOver {
    private ConvertedHandOver() {}

    /**
     * @param driver GDAL's name of the format
     * @param to one that is there gets one more table
     */
    public static Path convert(Path shp, String driver, Path to, String... options)
            throws Exception {
        String[] usual = {
            "ogr2ogr",
            "-update",
            "-f",
            driver,
            "-nlt",
            "PROMOTE_TO_MULTI",
            to.toString(),
            shp.toString()
        };
        String[] command = new String[usual.length + options.length];
        System.arraycopy(usual, 0, command, 0, usual.length);
        System.arraycopy(options, 0, command, usual.length, options.length);
        if (!to.toFile().exists()) {
            command[1] = "-q";
        }
        Gdal.run(command);
        return to;
    }

    /** All layers of a folder that are shapefiles as tables of one GeoPackage. */
    public static Path geoPackage(Path folder, Path to) throws Exception {
        for (String layer : new String[] {"community-grids", "general-grids", "micro-grids"}) {
            convert(folder.resolve(layer + ".shp"), "GPKG", to);
        }
        return to;
    }
}
