/** The tiles that web maps are cut into, by the tile matrix set WebMercatorQuad. */
package org.weiwang.geo.tile;
