/** Point in polygon: a raster of cells, whose few edges are tested where there are any. */
package org.weiwang.grid.raster;
