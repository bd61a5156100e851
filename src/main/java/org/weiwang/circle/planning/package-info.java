/** What would come of facilities that are planned, and where to plan them. */
package org.weiwang.circle.planning;
