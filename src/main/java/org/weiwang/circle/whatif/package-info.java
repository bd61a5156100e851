/** What changes for whom when facilities or ways are added, moved or closed. */
package org.weiwang.circle.whatif;
