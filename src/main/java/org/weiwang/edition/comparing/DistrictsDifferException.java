package org.weiwang.edition.comparing;

/** Two editions are of two districts, which have nothing to compare. */
public final class DistrictsDifferException extends Exception {
    private static final long serialVersionUID = 1;

    DistrictsDifferException(String from, String to) {
        super(from + " and " + to + " are editions of two districts");
    }
}
