/** Layers of the atlas as Mapbox vector tiles, version 2.1. */
package org.weiwang.atlas.tile;
