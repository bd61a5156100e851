package org.weiwang.edition;

/** What was asked for can't be had at the moment, since the store can't be reached. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnavailableException(Exception cause) {
        super(cause);
    }
}
