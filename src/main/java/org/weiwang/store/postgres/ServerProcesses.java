package org.weiwang.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * The PostgreSQL processes at work on one cluster. They are known by their working directory, which
 * is the cluster's, or by being told of it when they were started; the number in {@code
 * postmaster.pid} may long belong to another program.
 */
final class ServerProcesses {
    private static final int PORT_LINE = 3;
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final Path data;

    ServerProcesses(Path data) {
        this.data = data;
    }

    boolean isServerRunning() throws IOException {
        List<String> lines = pidFile();
        return !lines.isEmpty()
                && all().stream().anyMatch(it -> Long.toString(it.pid()).equals(lines.get(0)));
    }

    /** The port of the running server; empty while it has not written it down yet. */
    OptionalInt port() throws IOException {
        List<String> lines = pidFile();
        return lines.size() > PORT_LINE
                ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                : OptionalInt.empty();
    }

    /**
     * Clears away what a server or a start that was killed left behind: children that may still be
     * busy, a start that goes on without the program that began it, and the pid file. Only for a
     * cluster whose server is dead.
     */
    void clearAway() throws IOException {
        long begin = System.nanoTime();
        for (List<ProcessHandle> left = all(); !left.isEmpty(); left = all()) {
            if (System.nanoTime() - begin > END_LIMIT.toNanos()) {
                throw new IOException("PostgreSQL processes of " + data + " do not end: " + left);
            }
            left.forEach(ProcessHandle::destroyForcibly);
            Pause.of("PostgreSQL processes were ending");
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    private List<ProcessHandle> all() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        String program =
                process.info()
                        .command()
                        .map(command -> Path.of(command).getFileName().toString())
                        .orElse("");
        // What is just starting has not gone to its folder yet.
        return (program.startsWith("postgres") && (isAtWork(process) || isToldOf(process)))
                || (program.equals("pg_ctl") && isToldOf(process));
    }

    private boolean isAtWork(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", process.pid() + "", "cwd")).equals(data);
        } catch (IOException e) {
            return false; // It has just ended, or is another user's: not ours either way.
        }
    }

    private boolean isToldOf(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(arguments -> List.of(arguments).contains(data.toString()))
                .isPresent();
    }

    private List<String> pidFile() throws IOException {
        Path file = data.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
