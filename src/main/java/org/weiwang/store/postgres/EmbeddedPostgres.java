package org.weiwang.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private PostgreSQL cluster with PostGIS, run from the binaries installed on this machine and
 * reachable from this machine only, with a password.
 *
 * <p>Several processes may use a cluster at the same time: the first starts the server, the last
 * stops it. A process that is killed leaves the server running for the next one to find; a server
 * that is killed recovers at the next start, losing nothing that was committed.
 *
 * <p>Safe for use by several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String USER = "weiwang";
    static final String DATABASE = "weiwang";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final Locks locks;
    private final Cluster cluster;
    private final ConnectionSettings connection;
    private boolean closed;

    private EmbeddedPostgres(
            Path home, Locks locks, Cluster cluster, ConnectionSettings connection) {
        this.home = home;
        this.locks = locks;
        this.cluster = cluster;
        this.connection = connection;
    }

    /**
     * Starts the cluster in a directory, making both at first use, or joins the server that runs
     * there already. Waits while another process is starting or stopping it.
     *
     * @throws IOException when PostgreSQL is missing or does not run, saying what to install or
     *     change
     * @throws IllegalStateException when this process has that directory open already
     */
    public static EmbeddedPostgres open(Path directory) throws IOException {
        return open(directory, Installation.DEBIAN);
    }

    static EmbeddedPostgres open(Path directory, Path installations) throws IOException {
        if (!Files.exists(directory)) {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            Files.createDirectory(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        Path home = directory.toRealPath();
        if (!OPEN.add(home)) {
            throw new IllegalStateException("this process has " + home + " open already");
        }
        boolean opened = false;
        try {
            EmbeddedPostgres postgres = openOnce(home, installations);
            opened = true;
            return postgres;
        } finally {
            if (!opened) {
                OPEN.remove(home);
            }
        }
    }

    private static EmbeddedPostgres openOnce(Path home, Path installations) throws IOException {
        Account.checkWritable(home);
        Locks locks = new Locks(home);
        boolean opened = false;
        try {
            EmbeddedPostgres postgres =
                    locks.exclusively(
                            () -> {
                                locks.beginUse();
                                return startOrJoin(home, locks, installations);
                            });
            opened = true;
            return postgres;
        } finally {
            if (!opened) {
                locks.close();
            }
        }
    }

    private static EmbeddedPostgres startOrJoin(Path home, Locks locks, Path installations)
            throws IOException {
        Path data = Cluster.dataIn(home);
        boolean isNew = !Files.exists(data);
        Installation installation =
                isNew
                        ? Installation.newest(installations)
                        : Installation.thatMade(data, installations);
        Account account = Account.of(home, isNew);
        if (isNew) {
            LOG.info("Making a PostgreSQL {} database in {}", installation.version(), home);
            Initialisation.run(home, installation, account);
        }
        Cluster cluster = new Cluster(home, installation, account);
        String password = Files.readString(Cluster.passwordIn(home));
        int port = cluster.startOrJoin(password);
        try {
            Login.prepare(port, password);
            ServiceFile.write(home, port, password);
        } catch (IOException e) {
            if (locks.endUse()) {
                cluster.stop();
            }
            throw e;
        }
        return new EmbeddedPostgres(home, locks, cluster, Login.settings(port, password));
    }

    /** How to connect, as a role that may do everything, to a database with PostGIS. */
    public ConnectionSettings connection() {
        return connection;
    }

    /**
     * Starts the server again if it has ended, as when it was killed, on its port if that is still
     * free; where it is not, says in the log that this process has to be started again. Nothing
     * that was committed is lost.
     *
     * @throws IOException when it does not start
     */
    public synchronized void revive() throws IOException {
        if (!closed && !cluster.isRunning()) {
            LOG.warn("PostgreSQL has ended; starting it again");
            String password = connection.password();
            int port = locks.exclusively(() -> cluster.startOrJoin(password));
            if (!Login.settings(port, password).equals(connection)) {
                LOG.error(
                        "PostgreSQL answers on port {} now, since its own was taken; it is not reached before this program is started again",
                        port);
            }
        }
    }

    /**
     * Ends this use, and stops the server when no other process uses it. To be called after the
     * connections are closed; again does nothing.
     *
     * @throws UncheckedIOException when the server does not stop
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (locks) {
            locks.exclusively(
                    () -> {
                        if (locks.endUse()) {
                            cluster.stop();
                        }
                        return null;
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OPEN.remove(home);
        }
    }
}
