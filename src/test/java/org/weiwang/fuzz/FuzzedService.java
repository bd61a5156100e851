package org.weiwang.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.weiwang.ServedDemoCounty;
import org.weiwang.SmallService;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.config.Settings;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/**
 * A service on a database of its own, with two editions of a village, of which one is in force, and
 * its living circle. It takes little and waits for ten seconds at most.
 */
final class FuzzedService implements AutoCloseable {
    private static final int BATCH_ROWS = 300;

    /** On a busy machine a client may well not come to read for a second. */
    private static final int PATIENCE_SECONDS = 10;

    private final ConnectionSettings database = TestDatabase.fresh();
    private final Path data;
    private final Path files;
    private final Backend backend;
    private final Service service;

    FuzzedService(Path folder) throws Exception {
        data = Files.createDirectories(folder.resolve("data"));
        files = Files.createDirectories(folder.resolve("files"));
        Settings usual = ServedDemoCounty.settings(database);
        Settings.Network network = usual.network();
        Settings settings =
                new Settings(
                        0,
                        data,
                        usual.database(),
                        usual.tiles(),
                        new Settings.Batch(BATCH_ROWS, 1),
                        1,
                        new Settings.Network(
                                network.host(),
                                network.proxies(),
                                Optional.empty(),
                                network.corsOrigins(),
                                network.requestsPerMinute(),
                                network.connections(),
                                PATIENCE_SECONDS),
                        Optional.empty(),
                        usual.circle(),
                        usual.slowMillis(),
                        usual.addressWords());
        backend = new Backend(settings);
        service = new Service(settings, backend);
        SmallService.issueTokens(backend);
        service.start();
        SmallHandOver handOver =
                Village.in(files).withFacility("S", "西小学", "小学", "", 0.3, 0.5).write();
        backend.importer().run(ServedDemoCounty.request(SmallHandOver.DISTRICT, true, files));
        handOver.redrawn().write();
        backend.importer().run(ServedDemoCounty.request(SmallHandOver.DISTRICT, false, files));
        service.circles().await(circle -> circle.city().homes().size() > 0);
    }

    URI uri() {
        return service.uri();
    }

    /** The files of the hand-over, by name. */
    Map<String, byte[]> handOver() throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> list = Files.list(files)) {
            for (Path file : list.toList()) {
                all.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return all;
    }

    /** How many files there are that are to be gone when nothing is asked. */
    long temporaryFiles() {
        return Stream.of("", "uploads", "layers")
                .map(data::resolve)
                .filter(Files::isDirectory)
                .mapToLong(FuzzedService::unnamed)
                .sum();
    }

    private static long unnamed(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(
                            one ->
                                    !one.endsWith("addresses")
                                            && !one.endsWith("uploads")
                                            && !one.endsWith("layers"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many connections the database has. */
    long connections() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() {
        service.close();
        backend.close();
    }
}
