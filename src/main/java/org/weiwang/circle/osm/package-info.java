/** Walking networks from files of OpenStreetMap. */
package org.weiwang.circle.osm;
