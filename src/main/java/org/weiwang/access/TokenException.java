package org.weiwang.access;

/** A token can't be made or revoked as asked, and why. */
public final class TokenException extends Exception {
    private static final long serialVersionUID = 1;

    public TokenException(String message) {
        super(message);
    }
}
