/** Chinese text: one form for all ways of typing it, numerals, how it sounds. */
package org.weiwang.address.text;
