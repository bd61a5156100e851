/** What is wrong with an edition, also beside what is in force around it. */
package org.weiwang.edition.checking;
