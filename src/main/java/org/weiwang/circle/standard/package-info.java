/**
 * Standards of the living circle as data: which facilities count, how near they must be, who says
 * so.
 */
package org.weiwang.circle.standard;
