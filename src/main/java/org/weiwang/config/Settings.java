package org.weiwang.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * All that can be set, checked.
 *
 * @param port where the server listens on loopback; 0 for any free port
 * @param data the folder of all that the program keeps
 * @param database the server to use; empty for the program's own, in the data folder
 * @param tiles the layer below the grids on the map; empty for none
 * @param batch how much is looked up with one request at most
 */
public record Settings(
        int port, Path data, Optional<Database> database, Optional<Tiles> tiles, Batch batch) {

    /**
     * A PostgreSQL server with PostGIS.
     *
     * @param url JDBC address
     */
    public record Database(String url, String user, String password) {
        /** Leaves the password out, and what may hold one. */
        @Override
        public String toString() {
            return user + " at " + url.replaceFirst("\\?.*", "");
        }
    }

    /**
     * @param url with {z}, {x} and {y} in it
     */
    public record Tiles(String url, String attribution) {}

    /**
     * @param rows at least 1
     * @param mebibytes of the request, at least 1
     */
    public record Batch(int rows, int mebibytes) {
        public static final Batch DEFAULT = new Batch(1_000_000, 256);
    }
}
