/** The layers as GIS tools fetch them, after OGC API. */
package org.weiwang.http.ogc;
