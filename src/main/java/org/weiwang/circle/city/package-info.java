/** What walks of a city begin and end at: its network, places, facilities and divisions. */
package org.weiwang.circle.city;
