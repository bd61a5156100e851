/** Tables as spreadsheet programs read them. */
package org.weiwang.spreadsheet;
