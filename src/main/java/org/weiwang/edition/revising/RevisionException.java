package org.weiwang.edition.revising;

/** A revision that can't be made as asked; nothing was written. */
public final class RevisionException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * @param fault one sentence that names the grid or the repair
     */
    public RevisionException(String fault) {
        super(fault);
    }
}
