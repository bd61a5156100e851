package org.weiwang.edition;

/** There is no edition of the id that was given. */
public final class NoSuchEditionException extends Exception {
    private static final long serialVersionUID = 1;

    public NoSuchEditionException(String id) {
        super("there is no edition " + id);
    }
}
