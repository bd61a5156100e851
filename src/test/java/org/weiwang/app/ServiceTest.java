package org.weiwang.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.atlas.Atlas;
import org.weiwang.config.Settings;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.store.TestDatabase;

/** A service that starts on an empty database and sees what is published later. */
@Tag("store")
class ServiceTest {
    /** In the small district's west, and outside of everything. */
    private static final String WEST = "/api/v1/lookup?lon=103.5101&lat=30.1935";

    @TempDir private Path folder;
    private Backend backend;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        Settings settings = ServedDemoCounty.settings(TestDatabase.fresh());
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
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(edition(after)).isEqualTo("510999-3");
    }

    private void importing(boolean publish) throws Exception {
        backend.importer().run(ServedDemoCounty.request(SmallHandOver.DISTRICT, publish, folder));
    }

    private static String edition(Atlas atlas) {
        return atlas.part(SmallHandOver.DISTRICT).orElseThrow().edition().id();
    }

    private String get(String path) throws Exception {
        URI uri = service.uri().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
