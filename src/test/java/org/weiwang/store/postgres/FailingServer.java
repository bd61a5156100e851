package org.weiwang.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server that a test stops, starts again on its port, makes hang, or gives little room. */
public final class FailingServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Path home;
    private final EmbeddedPostgres postgres;

    private FailingServer(Path home, EmbeddedPostgres postgres) {
        this.home = home;
        this.postgres = postgres;
    }

    /**
     * @param home the folder of its cluster, which is made
     */
    public static FailingServer open(Path home) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.open(home);
        return new FailingServer(home.toRealPath(), postgres);
    }

    public ConnectionSettings connection() {
        return postgres.connection();
    }

    public void stop() throws IOException {
        control("stop", "-m", "fast");
    }

    public void start() throws IOException {
        control("start", "-l", home.resolve("postgresql.log").toString());
    }

    /** All of its processes stand still: connections stay open, and nothing is answered. */
    public void hang() throws IOException {
        signal("STOP");
    }

    public void goOn() throws IOException {
        signal("CONT");
    }

    /**
     * Those who connect from now on can make no file larger, as on a full disk.
     *
     * @param bytes below which the server's log of writes has its files is more than 16 MiB
     */
    public void limitFiles(String bytes) throws IOException {
        run(List.of("prlimit", "--pid", "" + postmaster(), "--fsize=" + bytes + ":"));
    }

    private void control(String... what) throws IOException {
        Path data = Cluster.dataIn(home);
        List<String> arguments = new ArrayList<>(List.of(what));
        arguments.addAll(List.of("-D", data.toString(), "-s", "-w"));
        Path program = Installation.thatMade(data, Installation.DEBIAN).program("pg_ctl");
        run(Account.of(home, false).command(program, arguments));
    }

    private void signal(String name) throws IOException {
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        command.add("" + postmaster.pid());
        postmaster.children().forEach(child -> command.add("" + child.pid()));
        run(command);
    }

    private long postmaster() throws IOException {
        Path file = Cluster.dataIn(home).resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).get(0).strip());
    }

    private void run(List<String> command) throws IOException {
        Command done = Command.run(home, LIMIT, command);
        if (!done.succeeded()) {
            throw new IOException(command + ": " + done.output());
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
