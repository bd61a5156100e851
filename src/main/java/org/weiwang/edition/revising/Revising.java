package org.weiwang.edition.revising;

import org.weiwang.edition.EditionStore;

/** What is done to make one edition of another. */
public record Revising(RecentRows rows, Proposals proposals, Reviser reviser) {
    public static Revising of(EditionStore store) {
        RecentRows rows = new RecentRows(store);
        return new Revising(rows, new Proposals(rows), new Reviser(store));
    }
}
