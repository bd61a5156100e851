/**
 * Filters in the Common Query Language (OGC 21-065r2, CQL2), as text and as JSON: read, bound to
 * what the features of a layer are like, and put to each feature.
 */
package org.weiwang.feature.cql2;
