package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.PublishedDistrict;
import org.weiwang.ServedDemoCounty;
import org.weiwang.SmallService;
import org.weiwang.config.Settings;
import org.weiwang.edition.Publisher;
import org.weiwang.edition.Servers;

/** A server that does without the living circle. */
@Tag("store")
class CircleOffTest {
    private static final Settings.Circle OFF =
            new Settings.Circle(false, 200, 30, Optional.empty());

    @Test
    void saysThatItDoesWithout(@TempDir Path data, @TempDir Path folder) throws Exception {
        try (SmallService service = new SmallService(data, OFF).startWith(folder)) {
            for (String path :
                    new String[] {
                        "/api/v1/circle?grid=510999",
                        "/api/v1/circle/unserved?category=market",
                        "/api/v1/isochrone?lon=103.5&lat=30.19"
                    }) {
                Answers.assertProblem(
                        Answers.fetch(service.uri(), path), 404, "does without the living circle");
            }
            assertThat(Answers.get(service.uri(), "/health/ready").toString())
                    .contains("\"circle\":\"off\"");
            assertThat(Answers.get(service.uri(), "/api/v1/settings").get("circle").asBoolean())
                    .isFalse();
            assertThat(Answers.get(service.uri(), "/ogc/collections").toString())
                    .contains("micro-grids")
                    .doesNotContain("circle-");
            Answers.assertProblem(
                    Answers.fetch(service.uri(), "/ogc/collections/circle-micro/items"),
                    404,
                    "There is no collection circle-micro");
        }
    }

    @Test
    @Timeout(120)
    void isNotWaitedForByPublications(@TempDir Path data, @TempDir Path folder) throws Exception {
        try (SmallService service = new SmallService(data, OFF).startWith(folder)) {
            PublishedDistrict district =
                    new PublishedDistrict(service.database(), service.backend(), folder);
            district.draft();
            Publisher.Result published =
                    service.backend()
                            .publisher()
                            .publish("510999-2", null, null, ServedDemoCounty.TESTER);
            assertThat(published.late()).isEqualTo(Servers.Late.NONE);
        }
    }
}
