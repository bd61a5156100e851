/** ESRI shapefiles, read and written: .shp, .shx, .dbf, .prj and .cpg, with Chinese encodings. */
package org.weiwang.geo.shapefile;
