package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.PublishedDistrict.WEST;
import static org.weiwang.http.Answers.assertProblem;
import static org.weiwang.http.Answers.fetch;
import static org.weiwang.http.Answers.next;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.SmallService;
import org.weiwang.access.Role;

/** Asking for the past and the future while an edition is published. */
@Tag("store")
class AsOfPublishingTest {
    private static final String LOOKUP = "/api/v1/lookup?" + WEST;
    private static final String ITEMS = "/ogc/collections/micro-grids/items";
    private static final String IN_WEST_OF_EVEN = "510999001001001002";

    private ServedHistory history;

    @BeforeEach
    void serve(@TempDir Path folder) throws Exception {
        history = new ServedHistory(folder);
    }

    @AfterEach
    void stop() {
        history.close();
    }

    @Test
    void pagesCarryOnWhateverIsPublished() throws Exception {
        JsonNode past = get(ITEMS + "?limit=1&datetime=2024-01-01T00:00:00%2B08:00");
        JsonNode ofEdition = get(ITEMS + "?limit=1&edition=510999-3");
        JsonNode today = get(ITEMS + "?limit=1");
        history.publishDraft("now");
        assertThat(get(next(past)).get("features").get(0).get("properties").toString())
                .contains("510999-2", IN_WEST_OF_EVEN);
        assertThat(get(next(ofEdition)).get("features").get(0).get("properties").toString())
                .contains("510999-3", IN_WEST_OF_EVEN);
        assertThat(next(get(next(past)))).isNull();
        assertThat(get(next(today)).get("features").get(0).get("properties").toString())
                .contains("510999-3", IN_WEST_OF_EVEN);
        assertThat(get(ITEMS + "?limit=1").toString()).contains("510999-4");
    }

    @ParameterizedTest
    @ValueSource(strings = {LOOKUP + "&", "/api/v1/grids/" + IN_WEST_OF_EVEN + "?"})
    void whatIsScheduledIsForPlannersOnly(String path) throws Exception {
        String then = path + "datetime=2999-01-01";
        String edition = path + "edition=" + history.draft().id();
        assertProblem(fetch(history.uri(), then, Role.PLANNER), 400, "nothing is scheduled");
        history.publishDraft("2998-01-01");
        for (String asOf : List.of(then, edition)) {
            HttpResponse<String> seen = fetch(history.uri(), asOf, Role.PLANNER);
            assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
            assertThat(seen.body()).contains(history.draft().id());
            assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store, private");
        }
        for (Role role : List.of(Role.VIEWER, Role.DISPATCHER)) {
            assertProblem(fetch(history.uri(), then, role), 400, "nothing is scheduled");
            HttpResponse<String> unseen = fetch(history.uri(), edition, role);
            assertProblem(unseen, 404, "there is no edition 510999-4");
            assertThat(unseen.headers().allValues("Vary")).contains("Authorization");
        }
        assertProblem(fetch(history.uri(), then), 400, "nothing is scheduled");
        assertProblem(
                fetch(history.uri(), path + "datetime=2997-01-01", Role.PLANNER),
                400,
                "nothing is scheduled");
    }

    @ParameterizedTest
    @ValueSource(strings = {ITEMS + "?", ITEMS + "/" + IN_WEST_OF_EVEN + "?"})
    void aLayerOfATimeToComeIsThatOfNowButForPlanners(String path) throws Exception {
        history.publishDraft("2998-01-01");
        for (String then : List.of("2999-01-01", "2999-01-01/2999-12-31", "2997-01-01/..")) {
            HttpResponse<String> seen =
                    fetch(history.uri(), path + "datetime=" + then, Role.PLANNER);
            assertThat(editions(seen)).as(then).isEqualTo("510999-4");
            assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store, private");
        }
        for (String then :
                List.of("2997-01-01", "2996-01-01/2997-12-30", "../..", "2024-01-01/..")) {
            HttpResponse<String> seen =
                    fetch(history.uri(), path + "datetime=" + then, Role.PLANNER);
            assertThat(editions(seen)).as(then).isEqualTo("510999-3");
        }
        for (String then : List.of("2999-01-01", "2999-01-01/..")) {
            for (Role role : List.of(Role.VIEWER, Role.DISPATCHER)) {
                HttpResponse<String> unseen = fetch(history.uri(), path + "datetime=" + then, role);
                assertThat(editions(unseen)).as(then).isEqualTo("510999-3");
                assertThat(unseen.body()).doesNotContain("510999-4");
            }
            assertThat(editions(fetch(history.uri(), path + "datetime=" + then)))
                    .isEqualTo("510999-3");
        }
        String draft = path + "edition=" + history.draft().id();
        assertThat(editions(fetch(history.uri(), draft, Role.PLANNER))).isEqualTo("510999-4");
        assertProblem(fetch(history.uri(), draft), 404, "there is no edition 510999-4");
    }

    private static String editions(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("Weiwang-Editions").orElse(null);
    }

    @Test
    void whatIsScheduledComesIntoNoBatchOfOthers() throws Exception {
        history.publishDraft("2998-01-01");
        assertThat(batch("edition=510999-4", Role.PLANNER).body()).contains(IN_WEST_OF_EVEN);
        assertThat(batch("datetime=2999-01-01", Role.PLANNER).body()).contains(IN_WEST_OF_EVEN);
        assertProblem(
                batch("edition=510999-4", Role.DISPATCHER), 404, "there is no edition 510999-4");
        assertProblem(batch("datetime=2999-01-01", Role.DISPATCHER), 400, "nothing is scheduled");
    }

    @Test
    void whatWasWithdrawnIsThereForNobody() throws Exception {
        history.publishDraft("2998-01-01");
        history.withdrawDraft("2998-01-01");
        for (Role role : List.of(Role.VIEWER, Role.PLANNER)) {
            assertProblem(
                    fetch(history.uri(), LOOKUP + "&edition=510999-4", role),
                    404,
                    "there is no edition 510999-4");
        }
    }

    private HttpResponse<String> batch(String asOf, Role role) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(history.uri().resolve("/api/v1/lookup?" + asOf))
                                .header("Content-Type", "text/csv")
                                .header("Authorization", "Bearer " + SmallService.secret(role))
                                .POST(BodyPublishers.ofString("lon,lat\n103.5101,30.1935\n"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode get(String path) throws Exception {
        return Answers.get(history.uri(), path);
    }
}
