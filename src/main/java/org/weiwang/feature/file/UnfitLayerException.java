package org.weiwang.feature.file;

/**
 * A layer that a format cannot hold without loss. The message says what does not fit, and where:
 * the feature's id and the property.
 */
public class UnfitLayerException extends Exception {
    UnfitLayerException(String message) {
        super(message);
    }

    UnfitLayerException(String message, Throwable cause) {
        super(message, cause);
    }
}
