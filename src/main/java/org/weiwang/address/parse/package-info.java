/**
 * How an address' text is cut into elements, by the names that the data know and a small grammar.
 */
package org.weiwang.address.parse;
