package org.weiwang.circle.osm;

import java.io.IOException;

/** A file is not the OpenStreetMap file that it should be; the message says where and why. */
public final class OsmFileException extends IOException {
    OsmFileException(String message) {
        super(message);
    }

    OsmFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
