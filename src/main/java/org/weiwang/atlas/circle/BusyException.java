package org.weiwang.atlas.circle;

/** Another is being computed; the same may be had later. */
public final class BusyException extends Exception {
    private static final long serialVersionUID = 1;

    BusyException() {
        super("Living circles of another question are being computed; ask again later");
    }
}
