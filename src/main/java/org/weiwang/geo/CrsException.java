package org.weiwang.geo;

/** A reference system that is unknown or not usable, or a position that lies outside of it. */
public class CrsException extends Exception {
    public CrsException(String message) {
        super(message);
    }

    public CrsException(String message, Throwable cause) {
        super(message, cause);
    }
}
