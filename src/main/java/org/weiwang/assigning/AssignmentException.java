package org.weiwang.assigning;

/** The input can't be assigned; the message says what is wrong and where. */
public final class AssignmentException extends Exception {
    AssignmentException(String message) {
        super(message);
    }
}
