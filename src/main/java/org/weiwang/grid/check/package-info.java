/** What is wrong with the grids of a district, as pure functions of them. */
package org.weiwang.grid.check;
