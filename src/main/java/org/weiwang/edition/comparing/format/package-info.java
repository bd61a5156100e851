/** Comparisons as text, JSON, CSV and GeoJSON. */
package org.weiwang.edition.comparing.format;
