package org.weiwang.store.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process that uses a cluster, until it is told to close or is killed. */
final class ClusterUser implements AutoCloseable {
    private static final String OPENED = "opened";

    private final Process process;

    private ClusterUser(Process process) {
        this.process = process;
    }

    /** The other process's program. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(Path.of(args[0]))) {
            System.out.println(OPENED + " " + postgres.connection());
            while (System.in.read() != -1) {
                continue;
            }
        }
    }

    static ClusterUser start(Path directory) throws IOException {
        return new ClusterUser(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ClusterUser.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    void awaitOpened() throws IOException {
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.startsWith(OPENED)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the other process ended without opening the cluster");
        }
    }

    /** Kills it alone, and gives the processes that it leaves behind. */
    List<ProcessHandle> kill() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        return children;
    }

    /** Lets it close its use of the cluster and waits until it has ended. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
