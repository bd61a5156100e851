package org.weiwang.access;

/** A credential that is not good. The message says what is wrong, and nothing of the credential. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }
}
