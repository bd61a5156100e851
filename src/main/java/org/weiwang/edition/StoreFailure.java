package org.weiwang.edition;

/** The store did not do what it was asked. */
public abstract class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    protected StoreFailure(String message, Exception cause) {
        super(message, cause);
    }

    /**
     * Whether it can't be reached, has no connection free, or was not done in time: the same may be
     * had later.
     */
    public abstract boolean isAway();

    /** Whether there is no room left where it keeps things. */
    public abstract boolean isFull();
}
