package org.weiwang.http;

import org.weiwang.edition.EditionStore;
import org.weiwang.edition.Publisher;
import org.weiwang.edition.checking.CheckStore;
import org.weiwang.edition.importing.Importer;
import org.weiwang.edition.revising.Revising;

/** What is done with editions over HTTP. */
public record Editions(
        EditionStore store,
        CheckStore checks,
        Publisher publisher,
        Importer importer,
        Revising revising,
        UploadLimits uploads) {}
