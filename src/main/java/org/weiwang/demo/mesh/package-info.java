/**
 * The ground a county is drawn on: small convex cells whose edges are shared, so that whatever is
 * put together from whole cells fits without gaps.
 */
package org.weiwang.demo.mesh;
