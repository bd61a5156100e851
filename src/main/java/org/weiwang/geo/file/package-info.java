/**
 * Files of features, read one feature at a time: GeoJSON, GeoPackage and FlatGeobuf. Whatever a
 * file claims of itself, no more memory is taken than its bounds allow.
 */
package org.weiwang.geo.file;
