package org.weiwang.edition;

/** Someone else was faster, or the thing is in a state that does not allow it; nothing changed. */
public class ConflictException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * @param message a sentence for whoever asked
     */
    public ConflictException(String message) {
        super(message);
    }
}
