/** Which address a text means. */
package org.weiwang.address.match;
