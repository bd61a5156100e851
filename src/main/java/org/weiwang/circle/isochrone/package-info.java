/** What lies within walking times of a place: its area, its households and its facilities. */
package org.weiwang.circle.isochrone;
