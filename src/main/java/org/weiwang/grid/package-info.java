/** Grids, their levels and who serves them, and which grid covers a point. */
package org.weiwang.grid;
