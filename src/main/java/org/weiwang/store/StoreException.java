package org.weiwang.store;

/** The database can't be reached, or did not do what it was asked. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String doing, Exception cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
