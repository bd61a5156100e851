package org.weiwang.edition.revising;

import org.weiwang.edition.EditionStore;

/** What is done to make one edition of another. */
public record Revising(Workpieces workpieces, Reviser reviser) {
    public static Revising of(EditionStore store) {
        return new Revising(new Workpieces(store), new Reviser(store));
    }
}
