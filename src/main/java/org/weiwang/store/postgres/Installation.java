package org.weiwang.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A PostgreSQL with PostGIS installed on this machine, as Debian lays it out: a folder for each
 * major version with {@code bin} and {@code lib} in it.
 */
record Installation(Path folder, int version) {
    static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final int OLDEST = 15;

    /**
     * The newest version that is fit for use.
     *
     * @throws IOException when there is none, saying what to install
     */
    static Installation newest(Path root) throws IOException {
        try (Stream<Path> folders = Files.isDirectory(root) ? Files.list(root) : Stream.empty()) {
            return folders.filter(folder -> folder.getFileName().toString().matches("\\d{1,4}"))
                    .map(Installation::in)
                    .filter(found -> found.version >= OLDEST && found.isComplete())
                    .max(Comparator.comparingInt(Installation::version))
                    .orElseThrow(
                            () ->
                                    new IOException(
                                            "PostgreSQL "
                                                    + OLDEST
                                                    + " or newer with PostGIS is not installed (looked in "
                                                    + root
                                                    + ")."
                                                    + advice("postgresql-postgis")));
        }
    }

    /**
     * The version that made the cluster in {@code data}; no other can read it.
     *
     * @throws IOException when that version is not installed, saying what to install
     */
    static Installation thatMade(Path data, Path root) throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        Installation needed = in(root.resolve(version));
        if (!needed.isComplete()) {
            throw new IOException(
                    "The database in "
                            + data
                            + " needs PostgreSQL "
                            + version
                            + " with PostGIS, which is not installed (looked in "
                            + root
                            + ")."
                            + advice("postgresql-" + version + "-postgis-3"));
        }
        return needed;
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static Installation in(Path folder) {
        return new Installation(folder, Integer.parseInt(folder.getFileName().toString()));
    }

    private boolean isComplete() {
        return Stream.of("initdb", "pg_ctl", "postgres")
                        .allMatch(name -> Files.isExecutable(program(name)))
                && Files.exists(folder.resolve("lib/postgis-3.so"));
    }

    private static String advice(String debianPackage) {
        return " On Debian: apt-get install " + debianPackage;
    }
}
