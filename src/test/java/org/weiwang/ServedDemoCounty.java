package org.weiwang;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weiwang.access.Actor;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.atlas.Atlas;
import org.weiwang.config.Settings;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.importing.ImportRequest;
import org.weiwang.geo.Datum;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/**
 * The demo county 蒲江县, imported into a database and served, once for all tests that only read it.
 */
public final class ServedDemoCounty {
    /** Who does what tests do. */
    public static final Actor TESTER = new Actor("tester", "test");

    public static final Path FOLDER = Path.of("shapefiles/510131");

    private static ServedDemoCounty instance;

    private final ConnectionSettings database;
    private final Service service;
    private final ImportReport report;
    private final Atlas atlas;

    private ServedDemoCounty() throws IOException, ImportException, InterruptedException {
        database = TestDatabase.fresh();
        Settings settings = settings(database);
        Backend backend = new Backend(settings);
        report = backend.importer().run(request("510131", true, FOLDER));
        service = new Service(settings, backend);
        service.start();
        atlas = service.keeper().await(first -> true);
    }

    public static synchronized ServedDemoCounty get()
            throws IOException, ImportException, InterruptedException {
        if (instance == null) {
            instance = new ServedDemoCounty();
        }
        return instance;
    }

    /** Any free port, and this database. */
    public static Settings settings(ConnectionSettings database) {
        return new Settings(
                0,
                Path.of("target"),
                Optional.of(
                        new Settings.Database(
                                database.url(), database.user(), database.password())),
                Optional.empty(),
                Settings.Batch.DEFAULT,
                Settings.UPLOAD_MEBIBYTES,
                Settings.Network.DEFAULT,
                Optional.empty(),
                Settings.Circle.DEFAULT,
                Settings.SLOW_MILLIS,
                Map.of());
    }

    public static ImportRequest request(String district, boolean publish, Path... sources) {
        return new ImportRequest(
                district,
                List.of(sources),
                publish,
                TESTER,
                null,
                null,
                Datum.CGCS2000,
                Map.of(),
                Map.of());
    }

    public URI uri() {
        return service.uri();
    }

    /** Returns once living circles are answered. */
    public void awaitCircle() throws InterruptedException {
        service.circles().await(circle -> circle.city().homes().size() > 0);
    }

    public ConnectionSettings database() {
        return database;
    }

    public Atlas atlas() {
        return atlas;
    }

    public ImportReport report() {
        return report;
    }
}
