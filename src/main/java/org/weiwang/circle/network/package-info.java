/**
 * The network that people walk: made from lines, kept in compact arrays, with places on its edges.
 */
package org.weiwang.circle.network;
