package org.weiwang.atlas.tile;

/** The number by which a client of tiles tells features apart. */
final class FeatureId {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int BITS = 53;

    private FeatureId() {}

    /**
     * The upper 53 bits, which every client can read, of the 64-bit FNV-1a hash of an id's
     * characters: the same at every zoom and in every edition. That any two of 126,449 ids have the
     * same is less likely than one in a million.
     */
    static long of(String id) {
        long hash = BASIS;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * PRIME;
        }
        return hash >>> Long.SIZE - BITS;
    }
}
