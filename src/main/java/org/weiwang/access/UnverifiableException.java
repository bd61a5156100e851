package org.weiwang.access;

/**
 * Whether a credential is good can't be found out at the moment, since what knows it can't be
 * reached.
 */
public final class UnverifiableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnverifiableException(String message, Exception cause) {
        super(message, cause);
    }
}
