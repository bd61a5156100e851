/** What the living circle is made of: roads, facilities and residential land. */
package org.weiwang.circle;
