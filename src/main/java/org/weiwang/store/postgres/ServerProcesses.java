package org.weiwang.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL processes at work on one cluster. They are known by their working directory, which
 * is the cluster's; the number in {@code postmaster.pid} may long belong to another program.
 */
final class ServerProcesses {
    private static final int PORT_LINE = 3;

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
     * Clears away what a server that was killed left behind: its children, which may still be busy,
     * and its pid file. Only for a cluster whose server is dead.
     */
    void clearAway() throws IOException {
        List<ProcessHandle> orphans = all();
        orphans.forEach(ProcessHandle::destroyForcibly);
        try {
            CompletableFuture.allOf(
                            orphans.stream()
                                    .map(ProcessHandle::onExit)
                                    .toArray(CompletableFuture<?>[]::new))
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("PostgreSQL processes of " + data + " do not end: " + orphans, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL processes were ending", e);
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    private List<ProcessHandle> all() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            Path folder = Files.readSymbolicLink(Path.of("/proc", process.pid() + "", "cwd"));
            return folder.equals(data)
                    && process.info()
                            .command()
                            .map(command -> Path.of(command).getFileName().toString())
                            .filter(name -> name.startsWith("postgres"))
                            .isPresent();
        } catch (IOException e) {
            return false; // It has just ended, or is another user's: not ours either way.
        }
    }

    private List<String> pidFile() throws IOException {
        Path file = data.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
