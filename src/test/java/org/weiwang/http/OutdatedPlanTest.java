package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.ServedDemoCounty;
import org.weiwang.edition.importing.SmallHandOver;
import org.weiwang.edition.importing.Village;

/** A kept plan that names what is not there any more. */
@Tag("store")
class OutdatedPlanTest {
    @Test
    void neverLeavesOutAFacilityThatIsGone(
            @TempDir Path data, @TempDir Path folder, @TempDir Path next) throws Exception {
        try (KeptVillage village = new KeptVillage(data, folder)) {
            JsonNode closing = village.keep("甲", "\"closed\":[\"510999-K\",\"510999-S\"]");
            JsonNode moving =
                    village.keep(
                            "乙",
                            "\"moved\":[{\"facility\":\"510999-S\",%s}]"
                                    .formatted(KeptVillage.at(0.5, 0.7)));
            Village.in(next).write();
            village.service()
                    .backend()
                    .importer()
                    .run(ServedDemoCounty.request(SmallHandOver.DISTRICT, true, next));
            village.service()
                    .service()
                    .circles()
                    .await(circle -> circle.city().site("510999-S").isEmpty());
            for (String path :
                    new String[] {
                        "/%s/effects".formatted(closing.get("id")),
                        "/%s/effects?format=csv".formatted(closing.get("id")),
                        "/%s/plan.geojson".formatted(closing.get("id")),
                        "/compare?ids=%s,%s".formatted(closing.get("id"), moving.get("id"))
                    }) {
                assertOutdated(village.send("GET", path, ""), closing, "closed[1]");
            }
            for (String path : new String[] {"effects", "plan.geojson"}) {
                assertOutdated(
                        village.send("GET", "/%s/%s".formatted(moving.get("id"), path), ""),
                        moving,
                        "moved[0].facility");
            }
            assertThat(village.get("/" + closing.get("id"))).isEqualTo(closing);
            assertOnlyTheRestMayChange(village, closing);
        }
    }

    /** Else nobody could write down why it is kept still. */
    private static void assertOnlyTheRestMayChange(KeptVillage village, JsonNode closing)
            throws Exception {
        String plan = "\"closed\":[\"510999-K\",\"510999-S\"]";
        JsonNode renamed =
                KeptVillage.document(village.replace(closing, "丙", plan + ",\"note\":\"已建\""), 200);
        assertThat(renamed.get("name").asText()).isEqualTo("丙");
        assertThat(renamed.get("note").asText()).isEqualTo("已建");
        assertThat(renamed.get("plan")).isEqualTo(closing.get("plan"));
        assertProblem(
                village.replace(renamed, "丙", "\"closed\":[\"510999-S\"]"),
                400,
                "closed[0]: no facility in force has the id 510999-S");
        assertProblem(
                village.send(
                        "PUT",
                        "/%s?rule=time".formatted(closing.get("id")),
                        body(renamed, "丙", plan)),
                400,
                "closed[1]: no facility in force");
    }

    @Test
    void keepsWhatItWasKeptWithThoughThatIsNotThere(@TempDir Path data, @TempDir Path folder)
            throws Exception {
        try (KeptVillage village = new KeptVillage(data, folder)) {
            String road =
                    "\"roads\":[{\"points\":[{%s},{%s}]}]"
                            .formatted(KeptVillage.at(1.2, 0.7), KeptVillage.at(1.3, 0.7));
            JsonNode kept = village.keep("甲", road);
            village.execute("UPDATE weiwang.circle_scenario SET standard = 'gone'");
            String path = "/%s?profile=adult&rule=distance&standard=".formatted(kept.get("id"));
            String same = body(kept, "乙", road.replace(":", " : "));
            assertProblem(village.send("PUT", path + "lost", same), 400, "standard must be one of");
            assertProblem(
                    village.send("PUT", path + "gone", body(kept, "乙", "")),
                    400,
                    "standard must be one of");
            JsonNode renamed = KeptVillage.document(village.send("PUT", path + "gone", same), 200);
            assertThat(renamed.get("name").asText()).isEqualTo("乙");
            assertThat(renamed.get("standard").asText()).isEqualTo("gone");
        }
    }

    /** Of a request that replaces what was kept. */
    private static String body(JsonNode kept, String name, String plan) {
        return KeptVillage.named(
                name,
                "\"replaces\":%s%s"
                        .formatted(kept.get("changedAt"), plan.isEmpty() ? "" : "," + plan));
    }

    /** A category, too, is there by some standards only, and a standard on some servers. */
    @Test
    void namesWhatItWasKeptWithThatIsNotThere(@TempDir Path data, @TempDir Path folder)
            throws Exception {
        try (KeptVillage village = new KeptVillage(data, folder)) {
            JsonNode kept =
                    village.keep(
                            "甲", "\"added\":[%s]".formatted(KeptVillage.facility("幼儿园", 1.8, 0.5)));
            String effects = "/%s/effects".formatted(kept.get("id"));
            String closing =
                    "/%s/effects"
                            .formatted(village.keep("乙", "\"closed\":[\"510999-S\"]").get("id"));
            HttpResponse<String> answer =
                    village.send("GET", effects + "?standard=commerce2021", "");
            assertProblem(answer, 422, "added[0].category must be one of");
            assertThat(answer.body()).contains("\"member\":\"added[0].category\"");
            village.execute("UPDATE weiwang.circle_scenario SET standard = 'gone'");
            assertProblem(village.send("GET", effects, ""), 422, "standard must be one of");
            assertProblem(
                    village.send("GET", effects + "?standard=lost", ""),
                    400,
                    "standard must be one of");
            assertThat(village.get(effects + "?standard=gb50180").get("categories")).hasSize(1);
            village.execute(
                    "UPDATE weiwang.circle_scenario SET standard = 'gb50180', profile = 'gone', rule = 'TIME'");
            assertProblem(village.send("GET", closing, ""), 422, "profile must be one of");
            JsonNode otherwise = village.get(closing + "?standard=tdt1062");
            assertThat(otherwise.get("profile").asText()).isEqualTo("adult");
            assertThat(otherwise.get("rule").asText()).isEqualTo("DISTANCE");
        }
    }

    private static void assertOutdated(HttpResponse<String> answer, JsonNode kept, String member)
            throws Exception {
        assertProblem(
                answer,
                422,
                "Scenario %s: %s: no facility in force has the id 510999-S"
                        .formatted(kept.get("id"), member));
        assertThat(answer.body())
                .contains("urn:weiwang:problem:plan-outdated")
                .contains("\"member\":\"" + member + "\"")
                .contains("\"scenario\":" + kept.get("id"));
    }
}
