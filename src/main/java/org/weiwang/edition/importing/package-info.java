/** From the files of a hand-over to one draft edition and the data sets beside it. */
package org.weiwang.edition.importing;
