package org.weiwang.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a private cluster's {@code postgresql.conf}. */
final class ServerSettings {
    private static final Pattern PORT = Pattern.compile("port = ([0-9]{1,5})");

    private ServerSettings() {}

    /** The port in a file of our own making; empty in the one that initdb makes. */
    static OptionalInt port(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(PORT::matcher)
                .filter(Matcher::matches)
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .findFirst();
    }

    static String text(int port) {
        return """
                # Written by Weiwang at every start. For settings of your own use ALTER SYSTEM.

                # No sockets in the file system: their paths may not be longer than 107 bytes,
                # and the data directory's may.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60

                shared_buffers = 128MB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                max_wal_size = 1GB
                jit = off

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                # Failed statements are reported to whoever sent them; the log stays small.
                log_min_messages = log
                log_checkpoints = off
                log_autovacuum_min_duration = -1
                """
                .formatted(port);
    }
}
