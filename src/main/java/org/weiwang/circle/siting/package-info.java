/**
 * Which places would serve most households if facilities were built there, and how sure that is.
 */
package org.weiwang.circle.siting;
