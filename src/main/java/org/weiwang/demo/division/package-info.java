/**
 * Divides the ground's cells into towns, communities and grids; every part is made of whole cells.
 */
package org.weiwang.demo.division;
