package org.weiwang.circle.osm;

/** A block contradicts itself; the message says in what, as the end of a sentence. */
final class OsmBlockException extends Exception {
    private static final long serialVersionUID = 1;

    OsmBlockException(String message) {
        super(message);
    }
}
