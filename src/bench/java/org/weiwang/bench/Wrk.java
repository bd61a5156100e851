package org.weiwang.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The load generator wrk, walking through a file of paths. */
final class Wrk {
    private static final Path SCRIPT = Path.of("src/bench/wrk/paths.lua");

    private final Path paths;

    /**
     * @param paths a line is a path with its query
     */
    Wrk(Path paths) {
        this.paths = paths;
    }

    /**
     * What came of one run of wrk.
     *
     * @param p50 microseconds, as {@code p99}
     * @param errors requests not answered, or not with 200
     */
    record Load(long requests, long micros, long p50, long p99, long errors) {
        double perSecond() {
            return requests * 1e6 / micros;
        }
    }

    static String version() throws IOException, InterruptedException {
        // "wrk 4.1.0 [epoll] Copyright …", and a status as if it had failed.
        return Program.run("sh", "-c", "wrk -v || true").output().split(" ")[1];
    }

    /**
     * Keeps that many connections busy.
     *
     * @throws IOException when anything was not answered with success, or nothing at all in time
     */
    Load run(URI server, int connections, int seconds) throws IOException, InterruptedException {
        Program program =
                Program.run(
                        "wrk",
                        "--threads=1",
                        "--connections=" + connections,
                        "--duration=" + seconds + "s",
                        "--timeout=60s",
                        "--script=" + SCRIPT,
                        server.toString(),
                        "--",
                        paths.toString());
        Load load = Results.JSON.readValue(program.lastLine(), Load.class);
        if (load.errors() > 0 || load.requests() == 0) {
            throw new IOException(
                    "%d answers, %d errors:\n%s"
                            .formatted(load.requests(), load.errors(), program.output()));
        }
        return load;
    }
}
