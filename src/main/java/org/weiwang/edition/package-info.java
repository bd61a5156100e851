/** What happens to an edition: import, check, publish. */
package org.weiwang.edition;
