package org.weiwang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.atlas.Atlas;
import org.weiwang.config.Settings;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.store.TestDatabase;
import org.weiwang.store.postgres.ConnectionSettings;

/** A service that starts on an empty database and sees what is published later. */
@Tag("store")
class ServiceTest {
    /** In the small district's west, and outside of everything. */
    private static final String OUTSIDE = "/ogc/collections/outside-addresses";

    private static final String WEST = "/api/v1/lookup?lon=103.5101&lat=30.1935";

    @TempDir private Path folder;
    private ConnectionSettings database;
    private Backend backend;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        database = TestDatabase.fresh();
        Settings settings = ServedDemoCounty.settings(database);
        backend = new Backend(settings);
        service = new Service(settings, backend);
        service.start();
        service.keeper().await(first -> true);
        new SmallHandOver(folder).write();
    }

    @AfterEach
    void stop() {
        service.close();
        backend.close();
    }

    @Test
    void withNothingInForceEveryPointIsOutside() throws Exception {
        assertThat(get("/health/ready")).contains("ready");
        assertThat(get("/api/v1/districts")).isEqualTo("{\"districts\":[]}");
        assertThat(get(WEST)).contains("\"outcome\":\"OUTSIDE\"");
        assertThat(get("/ogc/collections/micro-grids/items")).contains("\"features\":[]");
    }

    @Test
    void anEditionComesIntoForceWithoutARestart() throws Exception {
        importing(true);
        service.keeper().await(newer -> !newer.parts().isEmpty());
        assertThat(get(WEST))
                .contains("\"code\":\"510999001001001001\"", "\"edition\":\"510999-1\"");
        importing(true);
        service.keeper().await(newer -> edition(newer).equals("510999-2"));
        assertThat(get(WEST)).contains("\"edition\":\"510999-2\"");
    }

    @Test
    void aDraftChangesNothingThatIsInForce() throws Exception {
        importing(true);
        Atlas before = service.keeper().await(newer -> !newer.parts().isEmpty());
        importing(false);
        importing(true); // A newer version, so that the draft would have been seen by now.
        Atlas after = service.keeper().await(newer -> newer.version() > before.version());
        // The commit counts two, as the publication does that takes effect.
        assertThat(after.version()).isEqualTo(before.version() + 4);
        assertThat(edition(after)).isEqualTo("510999-3");
    }

    @Test
    void aGridWithoutAddressesHasAnEmptyPage() throws Exception {
        importing(true);
        assertThat(get("/api/v1/grids/510999001001001002/addresses"))
                .isEqualTo(
                        "{\"grid\":\"510999001001001002\",\"edition\":\"510999-1\",\"total\":0,"
                                + "\"addresses\":[],\"next\":null}");
    }

    @Test
    void anEditionWithoutAddressesIsNotPreparedButItsGridsHaveNone() throws Exception {
        Files.delete(folder.resolve("addresses.csv"));
        importing(true);
        assertThat(get("/api/v1/grids/510999001001/addresses")).contains("\"total\":0");
        HttpResponse<String> summary = fetch("/api/v1/editions/510999-1/assignments");
        assertThat(summary.statusCode()).isEqualTo(404);
        assertThat(summary.body()).contains("Edition 510999-1 is not prepared");
    }

    @Test
    void addressesThatWereNeverPlacedAreNotTakenForNone() throws Exception {
        importing(true);
        service.keeper().await(newer -> !newer.parts().isEmpty());
        forgetPlacing();
        HttpResponse<String> never = fetch("/api/v1/grids/510999001001/addresses");
        assertThat(never.statusCode()).isEqualTo(404);
        assertThat(never.body())
                .contains("urn:weiwang:problem:not-placed", "edition 510999-1 are not placed yet");
        for (String asked : List.of("items", "items?limit=1&f=csv", "items?f=gpkg")) {
            HttpResponse<String> outside = fetch(OUTSIDE + "/" + asked);
            assertThat(outside.statusCode()).as(asked).isEqualTo(404);
            assertThat(outside.body())
                    .contains(
                            "urn:weiwang:problem:not-placed",
                            "edition 510999-1 are not placed yet");
        }
        assertThat(get(OUTSIDE)).doesNotContain("itemCount");
        assertThat(get("/ogc/collections")).contains("\"outside-addresses\"");
        Path responders = folder.resolve("responders.csv");
        backend.importer().run(ServedDemoCounty.request(SmallHandOver.DISTRICT, false, responders));
        assertThat(get("/api/v1/grids/510999001001/addresses")).contains("\"total\":1");
        assertThat(get(OUTSIDE + "/items")).contains("\"numberMatched\":");
        assertThat(get(OUTSIDE)).contains("itemCount");
    }

    @Test
    void addressesThatWereNeverPlacedAreWhenTheServiceStarts() throws Exception {
        importing(true);
        forgetPlacing();
        service.close();
        service = new Service(ServedDemoCounty.settings(database), backend);
        service.start();
        service.preparation().await();
        assertThat(get("/api/v1/grids/510999001001/addresses")).contains("\"total\":1");
    }

    /** As after an earlier schema, which did not place addresses. */
    private void forgetPlacing() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE weiwang.assignment_510999_1");
            statement.execute("DELETE FROM weiwang.assignment_summary");
        }
    }

    @Test
    @Timeout(60)
    void whileTheDatabaseIsAwayWhatIsStoredIsUnavailableAndTheRestAnswers() throws Exception {
        importing(true);
        service.keeper().await(newer -> !newer.parts().isEmpty());
        String addresses = "/api/v1/grids/510999001001/addresses";
        assertThat(fetch(addresses).statusCode()).isEqualTo(200);
        allowConnections(false);
        HttpResponse<String> away = fetch(addresses);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).contains("5");
        assertThat(fetch("/ogc/collections/outside-addresses/items").statusCode()).isEqualTo(503);
        String compare = "/api/v1/editions/510999-1/compare/510999-1";
        assertThat(fetch(compare).statusCode()).isEqualTo(503);
        assertThat(get(WEST)).contains("\"edition\":\"510999-1\"");
        allowConnections(true);
        for (String path : List.of(addresses, compare)) {
            while (fetch(path).statusCode() != 200) {
                Thread.onSpinWait(); // Until the pools have tried again to connect.
            }
        }
    }

    /** Lets no one into the database, and those out who are in it. */
    private void allowConnections(boolean allowed) throws SQLException {
        String name = database.url().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
        String url = database.url().replace("/" + name, "/postgres");
        try (Connection connection =
                        DriverManager.getConnection(url, database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "ALTER DATABASE %s WITH ALLOW_CONNECTIONS %s".formatted(name, allowed));
            if (!allowed) {
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                                .formatted(name));
            }
        }
    }

    private void importing(boolean publish) throws Exception {
        backend.importer().run(ServedDemoCounty.request(SmallHandOver.DISTRICT, publish, folder));
    }

    private static String edition(Atlas atlas) {
        return atlas.part(SmallHandOver.DISTRICT).orElseThrow().edition().id();
    }

    private String get(String path) throws Exception {
        return fetch(path).body();
    }

    private HttpResponse<String> fetch(String path) throws Exception {
        URI uri = service.uri().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
