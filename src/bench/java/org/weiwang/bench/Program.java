package org.weiwang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What came of running another program.
 *
 * @param output of both of its streams, without white space around
 * @param memory the most that it had in memory, in MiB; up to a fifth of a second at its end is not
 *     seen
 */
record Program(String output, double seconds, long memory) {
    private static final long LOOK_MILLIS = 200;

    /**
     * @throws IOException when it can't be run, or says that it failed
     */
    static Program run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process process = builder.start();
        CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
        long memory = 0;
        do {
            memory = Math.max(memory, memory(process));
        } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + output.join());
        }
        return new Program(output.join().strip(), seconds, memory);
    }

    static Program run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    String lastLine() {
        List<String> lines = output.lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0 when it has ended, be it while this is read. */
    private static long memory(Process process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readString(status)
                    .lines()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // Gone with its process, perhaps before that is known to have ended.
        }
    }
}
