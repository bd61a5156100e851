package org.weiwang.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A cluster's files, and the server on them. Nothing here keeps another process from doing the same
 * at the same time; {@link Locks} does.
 */
final class Cluster {
    /** How long a start may take; after a crash it replays up to about {@code max_wal_size}. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
    private static final Duration SLACK = Duration.ofSeconds(10);
    private static final int PORTS_TO_TRY = 5;
    private static final int LOG_LIMIT = 4 << 20;
    private static final int LOG_TAIL = 2_000;

    private final Path home;
    private final Path data;
    private final Path log;
    private final Installation installation;
    private final Account account;
    private final ServerProcesses processes;

    Cluster(Path home, Installation installation, Account account) {
        this.home = home;
        this.data = dataIn(home);
        this.log = home.resolve("postgresql.log");
        this.installation = installation;
        this.account = account;
        this.processes = new ServerProcesses(data);
    }

    static Path dataIn(Path home) {
        return home.resolve("cluster/data");
    }

    static Path passwordIn(Path home) {
        return home.resolve("cluster/password");
    }

    /**
     * Starts the server on a free port, or joins the one that runs there already; waits until it
     * answers, after a crash until it has recovered.
     *
     * @return the server's port
     * @throws IOException when it does not answer, saying why
     */
    int startOrJoin(String password) throws IOException {
        long begin = System.nanoTime();
        OptionalInt port = awaitAnswer(password, begin);
        if (port.isPresent()) {
            return port.getAsInt();
        }
        long logBefore = start();
        port = awaitAnswer(password, begin);
        if (port.isEmpty()) {
            throw new IOException(
                    "PostgreSQL ended just after its start on " + data + tailSince(logBefore));
        }
        return port.getAsInt();
    }

    /** The port of the server once it answers; empty when there is none. */
    private OptionalInt awaitAnswer(String password, long begin) throws IOException {
        while (processes.isServerRunning()) {
            OptionalInt port = processes.port();
            if (port.isPresent() && Login.isUp(port.getAsInt(), password)) {
                return port;
            }
            if (System.nanoTime() - begin > START_LIMIT.toNanos()) {
                throw new IOException(
                        "PostgreSQL runs on "
                                + data
                                + " but has not answered for "
                                + START_LIMIT.toSeconds()
                                + " seconds; its log is "
                                + log);
            }
            Pause.of("PostgreSQL was starting");
        }
        return OptionalInt.empty();
    }

    boolean isRunning() throws IOException {
        return processes.isServerRunning();
    }

    /** Gives where in the log this start begins. */
    private long start() throws IOException {
        processes.clearAway();
        boundLog();
        Path settings = data.resolve("postgresql.conf");
        for (int attempt = 1; ; attempt++) {
            long logBefore = Files.exists(log) ? Files.size(log) : 0;
            // Who is connected finds a server that was started again where it was.
            int port = attempt == 1 ? ServerSettings.port(settings).orElse(freePort()) : freePort();
            Files.writeString(settings, ServerSettings.text(port));
            Command started = control(START_LIMIT, "start", "-l", log.toString());
            // A start may have gone on, unseen until now, whose program was killed: it will do.
            if (started.succeeded() || processes.isServerRunning()) {
                return logBefore;
            }
            String said = logSince(logBefore);
            // Between our look and the server's start, somebody else may have taken the port.
            boolean portWasTaken = said.contains("could not create any TCP/IP sockets");
            if (!portWasTaken || attempt == PORTS_TO_TRY) {
                throw new IOException(
                        "PostgreSQL did not start on "
                                + data
                                + ": "
                                + started.output()
                                + tail(said));
            }
        }
    }

    /** Stops the server if it runs, ending what is under way in it, and waits until it has. */
    void stop() throws IOException {
        if (!processes.isServerRunning()) {
            return;
        }
        Command stopped = control(STOP_LIMIT, "stop", "-m", "fast");
        if (!stopped.succeeded()) {
            throw new IOException("PostgreSQL did not stop on " + data + ": " + stopped.output());
        }
    }

    private Command control(Duration limit, String... what) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(what));
        arguments.addAll(List.of("-D", data.toString(), "-s", "-w", "-t", "" + limit.toSeconds()));
        return Command.run(
                home,
                limit.plus(SLACK),
                account.command(installation.program("pg_ctl"), arguments));
    }

    private void boundLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(
                    log,
                    log.resolveSibling("postgresql.log.old"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String tailSince(long offset) throws IOException {
        return tail(logSince(offset));
    }

    private static String tail(String said) {
        return System.lineSeparator() + said.substring(Math.max(0, said.length() - LOG_TAIL));
    }

    private String logSince(long offset) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(offset);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
