package org.weiwang.edition.revising;

import java.util.List;
import org.weiwang.access.Actor;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionGrids;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.ImportReport.FindingCounts;
import org.weiwang.edition.ImportTransaction;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.Placed;
import org.weiwang.grid.Grid;

/**
 * Makes drafts of editions. That of a draft takes its place, with the data sets that came with it;
 * any other edition stays as it is. Thread-safe.
 */
public final class Reviser {
    private final EditionStore store;

    public Reviser(EditionStore store) {
        this.store = store;
    }

    /**
     * @return what became of it, checked
     * @throws RevisionException as the revision does, or when the edition was discarded meanwhile
     */
    public ImportReport revise(String id, Revision revision, Actor by)
            throws NoSuchEditionException, RevisionException {
        Edition base =
                store.edition(id).orElseThrow(() -> new NoSuchEditionException(id)).edition();
        try {
            return store.importing(base.district(), to -> write(to, base, revision, by));
        } catch (Refused e) {
            throw e.reason();
        } catch (ImportException e) {
            throw new IllegalStateException(e); // Only files are at fault.
        }
    }

    private static ImportReport write(
            ImportTransaction to, Edition base, Revision revision, Actor by)
            throws ImportException {
        EditionGrids former =
                to.contents(base)
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                new RevisionException(
                                                        "edition "
                                                                + base.id()
                                                                + " was discarded meanwhile")));
        Edition draft = to.draft(former.district(), former.towns(), revised(former, revision));
        to.takeOver(base, by);
        Placed placed = to.prepare().orElse(null);
        ImportReport report =
                new ImportReport(
                        draft.id(),
                        false,
                        List.of(),
                        placed,
                        FindingCounts.of(to.check()),
                        List.of());
        to.keepReport(report);
        return report;
    }

    private static List<Grid> revised(EditionGrids former, Revision revision) {
        try {
            return revision.of(former.grids());
        } catch (RevisionException e) {
            throw new Refused(e);
        }
    }

    /** Carries the reason through the store, which rolls back. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient RevisionException reason;

        Refused(RevisionException reason) {
            super(reason);
            this.reason = reason;
        }

        RevisionException reason() {
            return reason;
        }
    }
}
