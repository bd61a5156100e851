/** From an edition to another draft of the district: repaired, or drawn anew in places. */
package org.weiwang.edition.revising;
