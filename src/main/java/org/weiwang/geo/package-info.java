/**
 * Places and shapes: positions, boxes, reference systems, China's datums, shapefile and GeoJSON.
 * Nothing else knows GeoTools.
 */
package org.weiwang.geo;
