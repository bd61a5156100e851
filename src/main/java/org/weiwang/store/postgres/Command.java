package org.weiwang.store.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run of a program to its end: its exit code and all that it printed. */
record Command(int exit, String output) {
    /**
     * Runs a program in a folder, in the C locale and without settings for PostgreSQL that the
     * environment may hold.
     *
     * @throws IOException when it cannot be started or is not done in time, in which case it is
     *     killed
     */
    static Command run(Path folder, Duration limit, List<String> command) throws IOException {
        // Into a file and not a pipe, which would fill up, or be held open by a child left behind.
        Path output = Files.createTempFile("weiwang-", ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(
                        command.get(0)
                                + " was not done after "
                                + limit.toSeconds()
                                + " seconds: "
                                + Files.readString(output).strip());
            }
            return new Command(process.exitValue(), Files.readString(output).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while running " + command.get(0));
        } finally {
            Files.delete(output);
        }
    }

    boolean succeeded() {
        return exit == 0;
    }
}
