package org.weiwang.feature.file;

import mil.nga.geopackage.GeoPackage;
import mil.nga.geopackage.extension.rtree.RTreeIndexExtension;

/**
 * The spatial index of a GeoPackage as version 1.3 has it. The library writes that of 1.4, of which
 * GDAL warns before 3.7, and so whatever Debian 12 or QGIS 3.22 bring.
 */
final class GeoPackageIndex extends RTreeIndexExtension {
    /** The version as files name it. */
    static final int VERSION = 10300;

    GeoPackageIndex(GeoPackage file) {
        super(file);
    }

    @Override
    @SuppressWarnings("deprecation")
    public void createAllTriggers(String table, String geometry, String id) {
        createInsertTrigger(table, geometry, id);
        createUpdate1Trigger(table, geometry, id);
        createUpdate2Trigger(table, geometry, id);
        createUpdate3Trigger(table, geometry, id);
        createUpdate4Trigger(table, geometry, id);
        createDeleteTrigger(table, geometry, id);
    }
}
