/** The commands, one class each. */
package org.weiwang.cli;
