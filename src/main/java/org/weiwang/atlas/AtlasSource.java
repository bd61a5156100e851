package org.weiwang.atlas;

/** Where atlases come from. */
public interface AtlasSource {
    /** The number of the newest version; it goes up with every change of what is in force. */
    long version();

    /**
     * Builds the newest version from one consistent state.
     *
     * @param previous the version held so far, whose unchanged parts are taken over; null for none
     */
    Atlas load(Atlas previous);
}
