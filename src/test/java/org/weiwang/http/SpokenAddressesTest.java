package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.ServedDemoCounty.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.weiwang.ServedDemoCounty;
import org.weiwang.app.Backend;
import org.weiwang.app.Service;
import org.weiwang.config.Settings;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.store.TestDatabase;

/** What callers say, and what becomes of it, with the demo county and a small district in force. */
@Tag("store")
class SpokenAddressesTest {
    private static final String OTHER = "510113";

    /** In kilometres, so that it does not overlap the demo county. */
    private static final int NORTHWARD = 90;

    @TempDir private static Path folder;
    private static Backend backend;
    private static Service service;

    @BeforeAll
    static void serve() throws Exception {
        Settings settings = ServedDemoCounty.settings(TestDatabase.fresh());
        backend = new Backend(settings);
        backend.importer().run(request("510131", true, ServedDemoCounty.FOLDER));
        new SmallHandOver(folder, OTHER, NORTHWARD).ofDistrict("青白江区").write();
        backend.importer().run(request(OTHER, true, folder));
        service = new Service(settings, backend);
        service.start();
        service.keeper().await(atlas -> atlas.parts().size() == 2);
    }

    @AfterAll
    static void stop() {
        service.close();
        backend.close();
    }

    /**
     * @param match one of these; POINT where the text is a position
     * @param grid whether one is answered: yes, no or any
     * @param found the stored text of the one that is meant
     */
    @ParameterizedTest(name = "{0}: {4}")
    @CsvFileSource(resources = "spoken.csv", numLinesToSkip = 1)
    void isUnderstood(String query, String match, String grid, String found, String says)
            throws Exception {
        JsonNode answer =
                Answers.get(
                        service.uri(), "/api/v1/lookup?address=" + URLEncoder.encode(query, UTF_8));
        assertThat(answer.path("match").asText("POINT"))
                .as(answer.toPrettyString())
                .isIn((Object[]) match.split("\\|"));
        assertThat(answer.path("address").asText(null))
                .as(answer.toPrettyString())
                .isEqualTo(found);
        if (!grid.equals("any")) {
            assertThat(answer.get("responsible").isObject())
                    .as(answer.toPrettyString())
                    .isEqualTo(grid.equals("yes"));
        }
    }
}
