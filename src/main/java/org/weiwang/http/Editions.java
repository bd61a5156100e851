package org.weiwang.http;

import org.weiwang.edition.EditionStore;
import org.weiwang.edition.Publisher;
import org.weiwang.edition.importing.Importer;

/** What is done with editions over HTTP. */
public record Editions(
        EditionStore store, Publisher publisher, Importer importer, UploadLimits uploads) {}
