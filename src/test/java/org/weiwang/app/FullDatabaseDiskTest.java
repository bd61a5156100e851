package org.weiwang.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.config.Settings;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.store.StoreException;
import org.weiwang.store.postgres.FailingServer;

/** The database's disk is full, for which a limit on the size of its files stands in. */
@Tag("store")
class FullDatabaseDiskTest {
    /** Between two of PostgreSQL's pages, so that a page is written in part, as on a full disk. */
    private static final String LIMIT = "20975616";

    private static final int TOO_MANY = 400_000;
    private static final String ADDRESSES = "/api/v1/grids/510999001001/addresses";
    private static final String PLACE = "/api/v1/lookup?lon=103.5101&lat=30.1961";

    @TempDir private Path folder;

    @Test
    void anImportThatDoesNotFitChangesNothingAndTheServerGoesOn() throws Exception {
        new SmallHandOver(folder).write();
        try (FailingServer database = FailingServer.open(folder.resolve("postgres"))) {
            Settings settings = ServedDemoCounty.settings(database.connection());
            try (Backend roomy = new Backend(settings)) {
                importing(roomy);
            }
            database.limitFiles(LIMIT);
            try (Backend backend = new Backend(settings);
                    Service service = new Service(settings, backend)) {
                service.start();
                service.keeper().await(first -> !first.parts().isEmpty());
                String before = get(service, PLACE) + get(service, ADDRESSES);
                String few = writeManyAddresses();
                StoreException failure =
                        catchThrowableOfType(StoreException.class, () -> importing(backend));
                assertThat(failure)
                        .hasMessageContaining("could not extend file")
                        .hasMessageContaining("free disk space");
                assertThat(failure.isFull()).isTrue();
                assertThat(failure.isAway()).isFalse();
                assertThat(get(service, PLACE) + get(service, ADDRESSES)).isEqualTo(before);
                Files.writeString(folder.resolve("addresses.csv"), few);
                assertThat(importing(backend)).as("no number was used up").isEqualTo("510999-2");
            }
        }
    }

    /** Returns what was there before. */
    private String writeManyAddresses() throws IOException {
        Path file = folder.resolve("addresses.csv");
        String few = Files.readString(file);
        Files.writeString(
                file,
                IntStream.range(0, TOO_MANY)
                        .mapToObj(i -> "西路" + i + "号,103.5101,30.1961,3\n")
                        .collect(Collectors.joining("", few, "")));
        return few;
    }

    private String importing(Backend backend) throws Exception {
        return backend.importer()
                .run(ServedDemoCounty.request(SmallHandOver.DISTRICT, true, folder))
                .edition();
    }

    private static String get(Service service, String path) throws Exception {
        HttpResponse<String> response =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(service.uri().resolve(path)).build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
