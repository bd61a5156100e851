package org.weiwang.assigning;

/** A row has no end, or none within bounds; the message says it without its number. */
final class UnendedRow extends Exception {
    UnendedRow(String message) {
        super(message);
    }

    /**
     * @param quoteOpen whether a quote in it is open, which is then the likely cause
     */
    static UnendedRow longerThan(int limit, boolean quoteOpen) {
        return new UnendedRow(
                "is longer than "
                        + limit
                        + " bytes"
                        + (quoteOpen ? "; a quote that opens in it is never closed?" : ""));
    }
}
