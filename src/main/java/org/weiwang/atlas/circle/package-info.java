/** The read model of the living circle: the city in force and what was computed of it. */
package org.weiwang.atlas.circle;
