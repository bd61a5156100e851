/** Scenarios that planners keep: plans for the facilities and roads of the city under a name. */
package org.weiwang.edition.scenario;
