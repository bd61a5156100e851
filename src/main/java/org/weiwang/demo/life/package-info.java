/** What goes on in the county: roads, housing, land, facilities and the posts that serve grids. */
package org.weiwang.demo.life;
