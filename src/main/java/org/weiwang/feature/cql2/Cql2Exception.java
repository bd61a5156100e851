package org.weiwang.feature.cql2;

/**
 * A filter that cannot be understood, or does not fit the layer. Its message says why and where.
 */
public final class Cql2Exception extends Exception {
    public Cql2Exception(String message) {
        super(message);
    }

    /**
     * @param place in the filter, such as {@code character 12} or {@code /args/0}
     */
    Cql2Exception(String message, String place) {
        super(message + " (at " + place + ")");
    }

    /** The same, with the place where it was found. */
    Cql2Exception(Cql2Exception cause, String place) {
        super(cause.getMessage() + " (at " + place + ")", cause);
    }
}
