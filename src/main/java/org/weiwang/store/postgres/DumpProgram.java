package org.weiwang.store.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.postgresql.Driver;

/**
 * PostgreSQL's own programs that write a database to an archive and back, those of the server's
 * version. The password is given to them in their environment, which no other user can read.
 */
public final class DumpProgram {
    /** What is told of an error is at the end of what a program says. */
    private static final int SAID = 2_000;

    private final ConnectionSettings settings;
    private final Path programs;

    private DumpProgram(ConnectionSettings settings, Path programs) {
        this.settings = settings;
        this.programs = programs;
    }

    /**
     * @param serverVersion the major version of the server; older programs refuse it, and what
     *     newer ones write it may not understand
     * @throws IOException when the programs are not installed, saying what to install
     */
    public static DumpProgram of(ConnectionSettings settings, int serverVersion)
            throws IOException {
        Path programs = Installation.DEBIAN.resolve(serverVersion + "/bin");
        if (!Stream.of("pg_dump", "pg_restore", "psql")
                .allMatch(name -> Files.isExecutable(programs.resolve(name)))) {
            throw new IOException(
                    "The client programs of PostgreSQL "
                            + serverVersion
                            + " are not installed (looked in "
                            + programs
                            + "). On Debian: apt-get install postgresql-client-"
                            + serverVersion);
        }
        return new DumpProgram(settings, programs);
    }

    /**
     * Writes a schema as it is in a snapshot that another connection has exported and holds.
     *
     * @param archive written over
     * @throws IOException when it can't be written whole, naming it and saying why
     */
    public void dump(String schema, String snapshot, Path archive) throws IOException {
        try {
            run(
                    ProcessBuilder.Redirect.DISCARD,
                    "pg_dump",
                    "--format=custom",
                    "--compress=3",
                    "--schema=" + schema,
                    "--snapshot=" + snapshot,
                    "--no-owner",
                    "--no-privileges",
                    "--no-unlogged-table-data",
                    "--no-password",
                    "--file=" + archive);
        } catch (IOException e) {
            throw new IOException(archive + ": " + e.getMessage(), e);
        }
    }

    /**
     * The rows of a table in an archive, as the text of {@code COPY}; empty when there is no such
     * table in it.
     *
     * @throws IOException when the file is no archive
     */
    public List<String> rows(Path archive, String table) throws IOException {
        Path text = Files.createTempFile("weiwang-", ".rows");
        try {
            run(
                    ProcessBuilder.Redirect.to(text.toFile()),
                    "pg_restore",
                    "--data-only",
                    "--table=" + table,
                    "--file=-",
                    archive.toString());
            return Files.readAllLines(text).stream()
                    .dropWhile(line -> !line.startsWith("COPY "))
                    .takeWhile(line -> !line.equals("\\."))
                    .toList();
        } finally {
            Files.delete(text);
        }
    }

    /**
     * Puts an archive into the database in one transaction.
     *
     * @param before SQL at the transaction's beginning
     * @param after SQL at its end
     * @param values what the SQL names as {@code :'name'}
     * @throws IOException when it can't be, saying why; the database is then as it was
     */
    public void restore(Path archive, String before, String after, Map<String, String> values)
            throws IOException {
        Path readerSaid = Files.createTempFile("weiwang-", ".out");
        Path writerSaid = Files.createTempFile("weiwang-", ".out");
        Process writer = writer(values, writerSaid);
        Process reader =
                builder("pg_restore", "--no-owner", "--no-privileges", "--file=-", "" + archive)
                        .redirectError(readerSaid.toFile())
                        .start();
        try (OutputStream to = writer.getOutputStream();
                InputStream from = reader.getInputStream()) {
            reader.getOutputStream().close();
            write(to, new ByteArrayInputStream(bytes("BEGIN;\n" + before)), writer, writerSaid);
            write(to, from, writer, writerSaid);
            // An archive that was cut short ends like any other, but for what its reader says of
            // it.
            await(reader, "pg_restore", readerSaid);
            write(
                    to,
                    new ByteArrayInputStream(bytes(after + "COMMIT;\n\\q\n")),
                    writer,
                    writerSaid);
            await(writer, "psql", writerSaid);
        } finally {
            reader.destroyForcibly();
            writer.destroyForcibly(); // Without a COMMIT everything is as it was.
            Files.delete(readerSaid);
            Files.delete(writerSaid);
        }
    }

    /** A writer that has ended is told of by what it said, rather than by the broken pipe. */
    private static void write(OutputStream to, InputStream from, Process writer, Path said)
            throws IOException {
        try {
            from.transferTo(to);
            to.flush();
        } catch (IOException e) {
            await(writer, "psql", said);
            throw e;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Process writer(Map<String, String> values, Path said) throws IOException {
        ProcessBuilder builder =
                builder("psql", "--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1");
        values.forEach((name, value) -> builder.command().add("--set=" + name + "=" + value));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile())
                .start();
    }

    private void run(ProcessBuilder.Redirect output, String program, String... arguments)
            throws IOException {
        Path said = Files.createTempFile("weiwang-", ".out");
        try {
            Process process =
                    builder(program, arguments)
                            .redirectOutput(output)
                            .redirectError(said.toFile())
                            .start();
            process.getOutputStream().close();
            try {
                await(process, program, said);
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.delete(said);
        }
    }

    private static void await(Process process, String name, Path said) throws IOException {
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                String all = Files.readString(said).strip();
                throw new IOException(
                        "%s ended with exit code %d: %s"
                                .formatted(
                                        name,
                                        exit,
                                        all.substring(Math.max(0, all.length() - SAID))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while running " + name);
        }
    }

    private ProcessBuilder builder(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(environment());
        return builder;
    }

    private Map<String, String> environment() {
        Properties address = Driver.parseURL(settings.url(), new Properties());
        Map<String, String> environment = new HashMap<>();
        environment.put("LC_ALL", "C");
        environment.put("PGCLIENTENCODING", "UTF8");
        environment.put("PGHOST", address.getProperty("PGHOST"));
        environment.put("PGPORT", address.getProperty("PGPORT"));
        environment.put("PGDATABASE", address.getProperty("PGDBNAME"));
        environment.put("PGUSER", settings.user());
        environment.put("PGPASSWORD", settings.password());
        for (String name : List.of("sslmode", "sslrootcert")) {
            if (address.getProperty(name) != null) {
                environment.put("PG" + name.toUpperCase(Locale.ROOT), address.getProperty(name));
            }
        }
        return environment;
    }
}
