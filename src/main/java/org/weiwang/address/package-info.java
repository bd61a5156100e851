/** Addresses: their text, and finding one by it. */
package org.weiwang.address;
