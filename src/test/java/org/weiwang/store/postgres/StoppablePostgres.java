package org.weiwang.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A cluster of its own whose server a test stops and starts, always on the same port. */
public final class StoppablePostgres implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path home;
    private final EmbeddedPostgres postgres;

    /**
     * @param folder where the cluster is made
     */
    public StoppablePostgres(Path folder) throws IOException {
        postgres = EmbeddedPostgres.open(folder);
        home = folder.toRealPath();
    }

    public ConnectionSettings connection() {
        return postgres.connection();
    }

    /** Breaks all connections. */
    public void stop() throws IOException {
        control("stop", "-m", "fast");
    }

    public void start() throws IOException {
        control("start", "-l", home.resolve("postgresql.log").toString());
    }

    private void control(String... what) throws IOException {
        Path data = Cluster.dataIn(home);
        List<String> arguments = new ArrayList<>(List.of(what));
        arguments.addAll(List.of("-D", data.toString(), "-s", "-w"));
        Command done =
                Command.run(
                        home,
                        LIMIT,
                        Account.of(home, false)
                                .command(
                                        Installation.thatMade(data, Installation.DEBIAN)
                                                .program("pg_ctl"),
                                        arguments));
        assertThat(done.succeeded()).as(done.output()).isTrue();
    }

    @Override
    public void close() {
        postgres.close();
    }
}
