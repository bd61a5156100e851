package org.weiwang.edition.comparing;

/** A comparison can't be had at the moment, but may be asked for again; the message says why. */
public final class NotNowException extends Exception {
    private static final long serialVersionUID = 1;

    private NotNowException(String message) {
        super(message);
    }

    static NotNowException busy(int atOnce) {
        return new NotNowException(atOnce + " other comparisons are being made; ask again later");
    }

    static NotNowException superseded() {
        return new NotNowException(
                "An edition was published or discarded, or the addresses in force were replaced,"
                        + " meanwhile; ask again");
    }
}
