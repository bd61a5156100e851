package org.weiwang.edition.layer;

/** What the pages are of is not there any more: whoever reads them must begin again. */
public final class PagesGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param what is gone
     */
    public PagesGoneException(String what) {
        super(what + " can't be read any more");
    }
}
