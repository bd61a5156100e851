/** Where a county's towns lie, their streets, and how dense the ground's cells are. */
package org.weiwang.demo.layout;
