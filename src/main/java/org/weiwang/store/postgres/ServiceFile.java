package org.weiwang.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A libpq service file, so that psql, QGIS and the like find the server by the service's name
 * although its port changes: {@code PGSERVICEFILE=…/pg_service.conf psql service=weiwang}.
 */
final class ServiceFile {
    private ServiceFile() {}

    static void write(Path home, int port, String password) throws IOException {
        String text =
                """
                [weiwang]
                host=127.0.0.1
                port=%d
                dbname=%s
                user=%s
                password=%s
                options=-csearch_path=weiwang,public
                """
                        .formatted(
                                port, EmbeddedPostgres.DATABASE, EmbeddedPostgres.USER, password);
        // Made anew and moved, so that nobody reads half a file, nor one that all may read.
        Path fresh = home.resolve("pg_service.conf.new");
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(
                fresh,
                home.resolve("pg_service.conf"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
