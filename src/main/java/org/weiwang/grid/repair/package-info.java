/**
 * Repairs what is mechanically wrong with the grids of a district, as pure functions of them: each
 * repair is shown as before and after, and applied only when it is chosen.
 */
package org.weiwang.grid.repair;
