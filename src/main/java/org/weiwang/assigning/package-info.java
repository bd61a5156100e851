/** Places the rows of whole files and streams, in the formats that they come in. */
package org.weiwang.assigning;
