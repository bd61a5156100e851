/** What can be reached on foot, and at what cost: nearest facilities of many places, isochrones. */
package org.weiwang.circle.reach;
