package org.weiwang.atlas.circle;

/** Others are having something long computed; the same may be had later. */
public final class BusyException extends Exception {
    private static final long serialVersionUID = 1;

    BusyException(String message) {
        super(message);
    }
}
