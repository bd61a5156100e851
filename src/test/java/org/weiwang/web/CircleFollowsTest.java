package org.weiwang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.web.MapPage.expect;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.SmallService;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;
import org.weiwang.geo.LonLat;

/** A living circle that is open while what is in force becomes something else. */
@Tag("browser")
class CircleFollowsTest {
    @TempDir private Path folder;
    @TempDir private Path data;

    @Test
    void anOpenPageShowsByItselfWhatCameIntoForceThoughARequestFails() throws Exception {
        try (SmallService service =
                        new SmallService(data).startWithCircle(Village.in(folder), folder);
                MapPage map = new MapPage(service.uri())) {
            LonLat home = SmallHandOver.place(0.5, 0.7);
            Page page =
                    map.open(
                            String.format(
                                    Locale.ROOT,
                                    "#view=16,%.5f,%.5f&at=%.6f,%.6f&page=circle",
                                    home.lon(),
                                    home.lat(),
                                    home.lon(),
                                    home.lat()));
            expect(page.locator("[data-part=grid] .code")).containsText("510999-1");
            expect(page.locator(".reach")).not().containsText("新小学");
            AtomicBoolean failed = new AtomicBoolean();
            page.route(
                    "**/api/v1/districts",
                    route -> {
                        if (failed.getAndSet(true)) {
                            route.resume();
                        } else {
                            route.abort();
                        }
                    });

            Village.in(folder).withFacility("N", "新小学", "小学", "", 0.5, 0.8).write();
            service.backend()
                    .importer()
                    .run(ServedDemoCounty.request(SmallHandOver.DISTRICT, true, folder));
            expect(page.locator(".reach"))
                    .containsText(
                            "新小学", new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));
            expect(page.locator("[data-part=grid] .code")).containsText("510999-2");
            assertThat(failed).isTrue();
        }
    }
}
