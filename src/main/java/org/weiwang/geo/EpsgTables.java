package org.weiwang.geo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where GeoTools unpacks the EPSG tables, as the system property {@value #PROPERTY} says. Its own
 * choice is a folder that every user of the machine knows and may make first, with other figures in
 * it.
 */
final class EpsgTables {
    private static final Logger LOG = LoggerFactory.getLogger(EpsgTables.class);
    private static final String PROPERTY = "EPSG-HSQL.directory";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    private EpsgTables() {}

    /** Chooses a private folder, unless the property is set; to be called before GeoTools looks. */
    static void keepPrivate() {
        if (System.getProperty(PROPERTY) == null) {
            String xdg = System.getenv("XDG_CACHE_HOME");
            Path cache =
                    xdg == null || xdg.isEmpty()
                            ? Path.of(System.getProperty("user.home"), ".cache")
                            : Path.of(xdg);
            System.setProperty(PROPERTY, folder(cache).toString());
        }
    }

    /** In the cache, for this user only; where that can't be, a new one that lasts for this run. */
    static Path folder(Path cache) {
        Path folder = cache.resolve("weiwang").resolve("epsg").toAbsolutePath();
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            // It may have been there before, and be another user's: then this fails.
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
            return folder;
        } catch (IOException e) {
            LOG.info(
                    "The EPSG tables are unpacked anew in this run, for {} can't be used",
                    folder,
                    e);
        }
        try {
            return Files.createTempDirectory("weiwang-epsg");
        } catch (IOException e) {
            throw new UncheckedIOException("no private folder for the EPSG tables", e);
        }
    }
}
