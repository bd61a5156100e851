/** The stored addresses on disk, and searching them. */
package org.weiwang.address.index;
