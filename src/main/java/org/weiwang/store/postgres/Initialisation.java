package org.weiwang.store.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a new cluster with its password: beside the place where it belongs, then moved there in one
 * step, so that a cluster that is there is whole.
 */
final class Initialisation {
    private static final Logger LOG = LoggerFactory.getLogger(Initialisation.class);
    private static final String UNFINISHED = "unfinished-";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Initialisation() {}

    static void run(Path home, Installation installation, Account account) throws IOException {
        removeUnfinished(home);
        Path unfinished = Files.createTempDirectory(home, UNFINISHED);
        Account.handOver(unfinished, home);
        Path password = newPassword(unfinished.resolve("password"));
        Account.handOver(password, home);
        Command made =
                Command.run(
                        home,
                        LIMIT,
                        account.command(
                                installation.program("initdb"),
                                List.of(
                                        "--pgdata=" + unfinished.resolve("data"),
                                        "--username=" + EmbeddedPostgres.USER,
                                        "--pwfile=" + password,
                                        "--auth=scram-sha-256",
                                        "--encoding=UTF8",
                                        "--locale=C.UTF-8",
                                        "--data-checksums")));
        if (!made.succeeded()) {
            throw new IOException(
                    "PostgreSQL could not make a database in " + home + ": " + made.output());
        }
        Files.move(unfinished, home.resolve("cluster"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path newPassword(Path file) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(
                file,
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
                StandardOpenOption.WRITE);
    }

    private static void removeUnfinished(Path home) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(home, UNFINISHED + "*")) {
            for (Path unfinished : found) {
                LOG.info("Removing {}: an initialisation was cut short", unfinished);
                removeTree(unfinished);
            }
        }
    }

    private static void removeTree(Path folder) {
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException e) {
            // An initdb that outlived its parent is at work there still. It does no harm.
            LOG.warn("Could not remove {} yet: {}", folder, e.toString());
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
