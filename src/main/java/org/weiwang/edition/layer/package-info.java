/** Layers whose features are read from the store, page by page. */
package org.weiwang.edition.layer;
