/** What differs between two editions of a district, and which addresses change hands by it. */
package org.weiwang.edition.comparing;
