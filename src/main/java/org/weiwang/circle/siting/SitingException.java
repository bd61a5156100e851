package org.weiwang.circle.siting;

/** What was asked for can't be sited; the message says why. */
public final class SitingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public SitingException(String message) {
        super(message);
    }
}
