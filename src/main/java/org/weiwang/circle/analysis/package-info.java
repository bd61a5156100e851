/** Who can walk to what, and where it is missing: results by group of homes and by category. */
package org.weiwang.circle.analysis;
