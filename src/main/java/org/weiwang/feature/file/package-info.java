/** A layer as a file that GIS programs open: FlatGeobuf, CSV, GeoPackage or zipped shapefile. */
package org.weiwang.feature.file;
