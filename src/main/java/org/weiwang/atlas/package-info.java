/** The read model: what is in force, in memory, swapped whole. */
package org.weiwang.atlas;
